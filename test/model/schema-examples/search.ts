import { adding, changed, type ExamplesByType, lacking } from "./example.ts";
import { account, dataset, get, getAnywhere, meta, response, sentGet, urlRaw } from "./pieces.ts";

const filledIn = { ...account, search_fields: { title: "Air Quality", exact: true } };
const anywhere = { ...filledIn, request: getAnywhere };
const before = { ...filledIn, request: get, url_raw: urlRaw };
const after = { ...filledIn, request: sentGet, response };
const afterCustom = { ...account, request: get, response, url_raw: urlRaw };

const found = { ...account, read_fields: dataset, read_context: filledIn.search_fields };
const beforeRead = {
  ...found,
  request: { ...get, url: "https://data.example.com/api/explore/v2.1/catalog/datasets/air-quality" },
  url_raw: "https://{{domain}}/api/explore/v2.1/catalog/datasets/{{dataset_id}}",
};
const afterRead = { ...beforeRead, response: { ...response, content: JSON.stringify(dataset) } };

const fieldsAnywhere = {
  examples: [anywhere, { ...anywhere, search_fields: {} }],
  antiExamples: [
    adding(anywhere, "/url_raw", urlRaw),
    changed(anywhere, "/request/data", "{}", "type"),
    lacking(anywhere, "/search_fields"),
  ],
};
const beforeFields = {
  examples: [before],
  antiExamples: [
    adding(before, "/response", response),
    changed(before, "/request/data", "{}", "type"),
    lacking(before, "/url_raw"),
  ],
};
const afterFields = {
  examples: [afterCustom],
  antiExamples: [
    adding(afterCustom, "/search_fields", {}),
    changed(afterCustom, "/response/headers", [], "type"),
    lacking(afterCustom, "/response"),
  ],
};

/** The bundles of a search's methods. */
export const searchExamples: ExamplesByType = {
  CustomSearchFieldsBundle: fieldsAnywhere,
  CustomSearchResultFieldsBundle: fieldsAnywhere,
  PostCustomSearchFieldsBundle: afterFields,
  PostCustomSearchResultFieldsBundle: afterFields,
  PostReadResourceBundle: {
    examples: [afterRead],
    antiExamples: [
      lacking(afterRead, "/response"),
      lacking(afterRead, "/read_context"),
      changed(afterRead, "/read_fields", [dataset], "type"),
      adding(afterRead, "/search_fields", {}),
    ],
  },
  PostSearchBundle: {
    examples: [after],
    antiExamples: [
      lacking(after, "/response"),
      changed(after, "/response/content", { results: [] }, "type"),
      adding(after, "/url_raw", urlRaw),
    ],
  },
  PreCustomSearchFieldsBundle: beforeFields,
  PreCustomSearchResultFieldsBundle: beforeFields,
  PreReadResourceBundle: {
    examples: [beforeRead, { ...beforeRead, read_context: {} }],
    antiExamples: [
      lacking(beforeRead, "/read_fields"),
      changed(beforeRead, "/request/data", "", "type"),
      adding(beforeRead, "/response", response),
    ],
  },
  PreSearchBundle: {
    examples: [before, { ...before, request: { ...get, auth: ["jane", "s3cret"] } }],
    antiExamples: [
      changed(before, "/request/data", "{}", "type"),
      changed(before, "/request/auth", ["jane", 5], "anyOf"),
      adding(before, "/read_fields", dataset),
      adding(before, "/meta", meta),
      lacking(before, "/search_fields"),
    ],
  },
  ReadResourceBundle: {
    examples: [beforeRead],
    antiExamples: [
      changed(beforeRead, "/read_context", "Air Quality", "type"),
      adding(beforeRead, "/response", response),
      lacking(beforeRead, "/url_raw"),
    ],
  },
  FullSearchBundle: {
    examples: [before],
    antiExamples: [
      changed(before, "/search_fields", [], "type"),
      adding(before, "/response", response),
      lacking(before, "/auth_fields"),
    ],
  },
};
