import { adding, changed, type ExamplesByType, lacking } from "./example.ts";
import { customField, dataset, file, get, post } from "./pieces.ts";

const form = {
  headers: { "Content-Type": "application/x-www-form-urlencoded", Authorization: "Apikey a1b2c3" },
  data: { dataset_id: "air-quality", keyword: ["air", "ozone"], is_restricted: true, note: null },
};
const json = { ...post, files: { stations: file } };
const tokens = { access_token: "t0k3n", refresh_token: "r3fr3sh", expires_in: 3600 };
const refresh = {
  url: "https://data.example.com/oauth2/token/",
  method: "POST",
  headers: form.headers,
  params: {},
  data: { grant_type: "refresh_token", refresh_token: "r3fr3sh" },
};
const choices = { ...customField, required: false, choices: { A: "Station A" }, list: true };

const oneObject = {
  examples: [{}, dataset],
  antiExamples: [
    { data: [dataset], path: "", keyword: "type" },
    { data: JSON.stringify(dataset), path: "", keyword: "type" },
    { data: null, path: "", keyword: "type" },
  ],
};
const oneOrMore = {
  examples: [{}, dataset, [], [dataset, dataset]],
  antiExamples: [
    { data: [dataset, "air-quality"], path: "/1", keyword: "type" },
    { data: "air-quality", path: "", keyword: "anyOf" },
    { data: undefined, path: "", keyword: "anyOf" },
  ],
};

/** The results of methods. */
export const resultExamples: ExamplesByType = {
  ConnectionLabel: {
    examples: ["data.example.com (jane)", ""],
    antiExamples: [
      { data: { label: "data.example.com" }, path: "", keyword: "type" },
      { data: undefined, path: "", keyword: "type" },
    ],
  },
  CustomField: {
    examples: [customField, choices, { type: "copy", key: "advice", help_text: "Choose a station." }],
    antiExamples: [
      changed(customField, "/type", "dict", "enum"),
      changed(choices, "/choices/A", 1, "type"),
      lacking(customField, "/key"),
      adding(customField, "/parent_key", "attachments"),
    ],
  },
  CustomFields: {
    examples: [[], [customField, choices]],
    antiExamples: [
      { data: [customField, lacking(customField, "/type").data], path: "/1", keyword: "required" },
      { data: Array(1001).fill(customField), path: "", keyword: "maxItems" },
      { data: { fields: [customField] }, path: "", keyword: "type" },
    ],
  },
  FormData: {
    examples: [{}, form.data],
    antiExamples: [
      { data: { metas: { title: "Air Quality" } }, path: "/metas", keyword: "anyOf" },
      { data: "dataset_id=air-quality", path: "", keyword: "type" },
    ],
  },
  FormHeaders: {
    examples: [form.headers],
    antiExamples: [
      changed(form.headers, "/Content-Type", "application/json", "const"),
      lacking(form.headers, "/Content-Type"),
      changed(form.headers, "/Authorization", null, "type"),
    ],
  },
  FormWriteRequest: {
    examples: [form, { ...form, method: "PUT", files: { stations: file } }],
    antiExamples: [
      adding(form, "/body", "{}"),
      changed(form, "/data", '{"dataset_id":"air-quality"}', "type"),
      changed(form, "/headers/Content-Type", "application/json", "const"),
      lacking(form, "/headers"),
    ],
  },
  HookResults: oneOrMore,
  Item: {
    examples: [dataset, { id: 17 }],
    antiExamples: [lacking(dataset, "/id"), changed(dataset, "/id", null, "type")],
  },
  OAuthRequestResult: {
    examples: [{}, refresh, { data: "grant_type=refresh_token" }],
    antiExamples: [
      changed(refresh, "/data/refresh_token", {}, "anyOf"),
      changed(refresh, "/method", "post", "enum"),
      adding(refresh, "/auth", ["client", "secret"]),
    ],
  },
  RequestResult: {
    examples: [{}, get, post, { params: { limit: 100, where: undefined } }, { data: form.data }],
    antiExamples: [
      changed(get, "/params", "limit=100", "type"),
      changed(get, "/data", ["air-quality"], "anyOf"),
      adding(get, "/qs", { limit: 100 }),
      adding(post, "/files", {}),
    ],
  },
  Resource: oneObject,
  Result: oneObject,
  Results: {
    examples: [[], [dataset, { id: 17 }]],
    antiExamples: [
      { data: [dataset, { dataset_id: "noise" }], path: "/1", keyword: "required" },
      { data: [{ ...dataset, id: ["da_5m8ykr"] }], path: "/0/id", keyword: "type" },
      { data: { results: [dataset] }, path: "", keyword: "type" },
    ],
  },
  SearchResults: {
    examples: [[], [{ title: "Air Quality" }, dataset]],
    antiExamples: [
      { data: ["air-quality"], path: "/0", keyword: "type" },
      { data: dataset, path: "", keyword: "type" },
    ],
  },
  SessionInfo: {
    examples: [{}, { authorization: "Apikey a1b2c3", rights: ["read"] }],
    antiExamples: [
      { data: "Apikey a1b2c3", path: "", keyword: "type" },
      { data: { expires: Number.NaN }, path: "/expires", keyword: "anyOf" },
    ],
  },
  SubscribeData: {
    examples: ["", 17, { id: 17 }, []],
    antiExamples: [
      { data: undefined, path: "", keyword: "anyOf" },
      { data: [Number.NaN], path: "/0", keyword: "anyOf" },
    ],
  },
  TextWriteRequest: {
    examples: [{}, post, json, { data: null }],
    antiExamples: [
      changed(json, "/data", { dataset_id: "air-quality" }, "type"),
      changed(json, "/files/stations/0", 1, "type"),
      adding(json, "/body", "{}"),
    ],
  },
  TokenResult: {
    examples: [{ access_token: "t0k3n" }, tokens],
    antiExamples: [
      lacking(tokens, "/access_token"),
      changed(tokens, "/refresh_token", null, "type"),
      { data: JSON.stringify(tokens), path: "", keyword: "type" },
    ],
  },
  WriteRequestResult: {
    examples: [{}, post, json, form],
    antiExamples: [
      // An object that is to be JSON, but would be sent as a form.
      changed(post, "/data", { dataset_id: "air-quality" }, "type"),
      { data: { data: form.data }, path: "", keyword: "anyOf" },
      adding(post, "/heders", {}),
      changed(form, "/data/keyword", {}, "anyOf"),
    ],
  },
  WriteResult: oneOrMore,
};
