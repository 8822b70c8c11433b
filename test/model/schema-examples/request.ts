import { adding, changed, type ExamplesByType, lacking } from "./example.ts";
import { authFields, get, meta, post, response, sentGet, zap } from "./pieces.ts";

/** The parts of all bundles. */
export const requestExamples: ExamplesByType = {
  Headers: {
    examples: [{}, get.headers],
    antiExamples: [
      changed(get.headers, "/Authorization", null, "type"),
      changed(get.headers, "/Accept", ["application/json"], "type"),
      { data: [["Accept", "application/json"]], path: "", keyword: "type" },
    ],
  },
  HttpMethod: {
    examples: ["GET", "POST", "PATCH", "PUT", "DELETE"],
    antiExamples: [
      { data: "get", path: "", keyword: "enum" },
      { data: "HEAD", path: "", keyword: "enum" },
      { data: null, path: "", keyword: "enum" },
    ],
  },
  Json: {
    examples: ["", 0, false, null, [[], {}], { a: { b: [1, "2", null] } }],
    antiExamples: [
      { data: undefined, path: "", keyword: "anyOf" },
      { data: { records_count: Number.NaN }, path: "/records_count", keyword: "anyOf" },
      { data: [() => "later"], path: "/0", keyword: "anyOf" },
    ],
  },
  Meta: {
    examples: [{}, meta, { prefill: true, page: 2 }],
    antiExamples: [
      changed(meta, "/limit", "100", "type"),
      changed(meta, "/frontend", 1, "type"),
      adding(meta, "/isLoadingSample", true),
    ],
  },
  Param: {
    examples: ["theme:Culture", 100, true, null, ["theme:Culture", "language:fr"]],
    antiExamples: [
      { data: { theme: "Culture" }, path: "", keyword: "anyOf" },
      { data: ["theme:Culture", null], path: "/1", keyword: "type" },
    ],
  },
  Params: {
    examples: [{}, sentGet.params, { where: null }],
    antiExamples: [
      { data: { refine: { theme: "Culture" } }, path: "/refine", keyword: "anyOf" },
      { data: "limit=100&offset=0", path: "", keyword: "type" },
    ],
  },
  PreparedGet: {
    examples: [get, { ...get, auth: ["jane", "s3cret"] }, { ...get, auth: ["jane", "s3cret", false] }],
    antiExamples: [
      changed(get, "/data", "{}", "type"),
      changed(get, "/method", "HEAD", "enum"),
      changed(get, "/auth", "jane:s3cret", "anyOf"),
      adding(get, "/json", true),
      lacking(get, "/data"),
    ],
  },
  PreparedPost: {
    examples: [post, { ...post, auth: ["jane", "s3cret"] }],
    antiExamples: [
      changed(post, "/data", { dataset_id: "air-quality" }, "type"),
      changed(post, "/data", null, "type"),
      changed(post, "/headers/Authorization", 1, "type"),
      lacking(post, "/url"),
      adding(post, "/body", "{}"),
    ],
  },
  RequestAuth: {
    examples: [
      ["jane", "s3cret"],
      ["jane", "s3cret", false],
    ],
    antiExamples: [
      { data: ["jane", "s3cret", false, "realm"], path: "", keyword: "anyOf" },
      { data: ["jane", 5], path: "/1", keyword: "type" },
      { data: ["jane", "s3cret", true], path: "/2", keyword: "const" },
      { data: ["jane"], path: "", keyword: "anyOf" },
      { data: { user: "jane" }, path: "", keyword: "anyOf" },
    ],
  },
  Response: {
    examples: [response, { status_code: 204, headers: {}, content: "" }],
    antiExamples: [
      changed(response, "/status_code", "200", "type"),
      changed(response, "/content", { results: [] }, "type"),
      lacking(response, "/headers"),
      adding(response, "/json", { results: [] }),
    ],
  },
  SentRequest: {
    examples: [sentGet, post, { ...post, method: "PUT", data: "" }],
    antiExamples: [
      adding(post, "/body", "{}"),
      changed(post, "/data", { dataset_id: "air-quality" }, "type"),
      changed(sentGet, "/params/limit", {}, "anyOf"),
      lacking(sentGet, "/method"),
    ],
  },
  Values: {
    examples: [{}, authFields, { tags: ["a", "b"], location: { lat: 48.85, lon: 2.35 }, note: null }],
    antiExamples: [
      { data: { since: Number.NaN }, path: "/since", keyword: "anyOf" },
      { data: [], path: "", keyword: "type" },
    ],
  },
  ZapInfo: {
    examples: [{ id: 0 }, zap],
    antiExamples: [
      changed(zap, "/id", "4711", "type"),
      lacking(zap, "/id"),
      adding(zap, "/timezone", "Europe/Paris"),
    ],
  },
  ZapUser: {
    examples: [zap.user],
    antiExamples: [
      { data: {}, path: "", keyword: "required" },
      { data: { timezone: 2 }, path: "/timezone", keyword: "type" },
      { data: { timezone: "UTC", email: "jane@example.com" }, path: "", keyword: "additionalProperties" },
    ],
  },
};
