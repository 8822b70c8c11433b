import { adding, changed, type ExamplesByType, lacking } from "./example.ts";
import { account, file, get, getAnywhere, post, response, urlRaw } from "./pieces.ts";

// `metas__title` of the form, line items of `attachments`, and a file that is no JSON.
const written = {
  ...account,
  action_fields: {
    dataset_id: "air-quality",
    metas: { title: "Air Quality" },
    attachments: [{ title: "Stations" }, { title: "Method" }],
  },
  action_fields_full: {
    dataset_id: "air-quality",
    metas__title: "Air Quality",
    title: ["Stations", "Method"],
    is_restricted: true,
    stations: file[1],
  },
  action_fields_raw: { dataset_id: "{{1__dataset_id}}", metas__title: "Air Quality", is_restricted: "yes" },
};
const writeUrl = "https://{{domain}}/api/automation/v1.0/datasets/";
const withFile = { ...post, files: { stations: file } };
const beforeWrite = { ...written, request: post, url_raw: writeUrl };
const afterWrite = { ...written, request: post, response: { ...response, status_code: 201 } };

const filledIn = { ...account, action_fields: { dataset_id: "air-quality" } };
const getFields = { ...get, data: '{"dataset_id":"air-quality"}' };
const anywhere = { ...filledIn, request: { ...getFields, url: "" } };
const before = { ...filledIn, request: getFields, url_raw: urlRaw };
const after = { ...account, request: get, response, url_raw: urlRaw };

const fieldsAnywhere = {
  examples: [anywhere, { ...account, action_fields: {}, request: getAnywhere }],
  antiExamples: [
    lacking(anywhere, "/action_fields"),
    adding(anywhere, "/url_raw", urlRaw),
    changed(anywhere, "/action_fields", [], "type"),
    lacking(anywhere, "/request/url"),
  ],
};
const beforeFields = {
  examples: [before, { ...before, action_fields: {}, request: get }],
  antiExamples: [
    adding(before, "/response", response),
    changed(before, "/request/data", { dataset_id: "air-quality" }, "type"),
    lacking(before, "/action_fields"),
  ],
};
const afterFields = {
  examples: [after],
  antiExamples: [
    adding(after, "/action_fields", {}),
    changed(after, "/response/content", [{ key: "station" }], "type"),
    lacking(after, "/url_raw"),
  ],
};

/** The bundles of an action's methods. */
export const actionExamples: ExamplesByType = {
  CustomActionFieldsBundle: fieldsAnywhere,
  CustomActionResultFieldsBundle: fieldsAnywhere,
  PostCustomActionFieldsBundle: afterFields,
  PostCustomActionResultFieldsBundle: afterFields,
  PostWriteBundle: {
    examples: [afterWrite, { ...afterWrite, request: withFile }],
    antiExamples: [
      lacking(afterWrite, "/response"),
      lacking(afterWrite, "/action_fields_raw"),
      changed(afterWrite, "/request/data", { dataset_id: "air-quality" }, "type"),
      adding(afterWrite, "/url_raw", writeUrl),
    ],
  },
  PreCustomActionFieldsBundle: beforeFields,
  PreCustomActionResultFieldsBundle: beforeFields,
  PreWriteBundle: {
    examples: [beforeWrite, { ...beforeWrite, request: withFile }],
    antiExamples: [
      changed(beforeWrite, "/request/data", null, "type"),
      changed({ ...beforeWrite, request: withFile }, "/request/files/stations", file[1], "type"),
      lacking(beforeWrite, "/action_fields_full"),
      adding(beforeWrite, "/response", response),
      adding(beforeWrite, "/meta", {}),
    ],
  },
  PreparedFieldsGet: {
    examples: [get, getFields, { ...get, auth: ["jane", "s3cret"] }],
    antiExamples: [
      adding(getFields, "/files", {}),
      changed(getFields, "/data", {}, "type"),
      changed(getFields, "/method", "OPTIONS", "enum"),
      lacking(getFields, "/params"),
    ],
  },
  PreparedWrite: {
    examples: [post, withFile],
    antiExamples: [
      lacking(withFile, "/data"),
      changed(withFile, "/files/stations/1", null, "type"),
      changed(withFile, "/data", {}, "type"),
      adding(withFile, "/form", {}),
    ],
  },
  RequestFile: {
    examples: [file, [null, "station;ozone\nA;21", null]],
    antiExamples: [
      { data: file.slice(0, 2), path: "", keyword: "minItems" },
      { data: [...file, "utf-8"], path: "", keyword: "maxItems" },
      { data: [file[0], null, file[2]], path: "/1", keyword: "type" },
      { data: file[1], path: "", keyword: "type" },
    ],
  },
  RequestFiles: {
    examples: [{}, { stations: file, photo: [null, "https://example.com/photo", null] }],
    antiExamples: [
      { data: { stations: "https://example.com/stations.csv" }, path: "/stations", keyword: "type" },
      { data: { stations: ["stations.csv"] }, path: "/stations", keyword: "minItems" },
      { data: [file], path: "", keyword: "type" },
    ],
  },
  SentWrite: {
    examples: [post, withFile, { ...withFile, method: "PUT", data: null }],
    antiExamples: [
      adding(withFile, "/form", {}),
      changed(withFile, "/files", [file], "type"),
      changed(withFile, "/data", {}, "type"),
      lacking(withFile, "/headers"),
    ],
  },
  WriteBundle: {
    examples: [beforeWrite, { ...beforeWrite, request: withFile }],
    antiExamples: [
      changed(beforeWrite, "/action_fields_full", null, "type"),
      adding(beforeWrite, "/search_fields", {}),
      lacking(beforeWrite, "/request"),
    ],
  },
};
