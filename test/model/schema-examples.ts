/** What a schema must refuse, and for which reason: the path of the value and the keyword that fails. */
export interface AntiExample {
  readonly data: unknown;
  readonly path: string;
  readonly keyword: string;
}

export interface SchemaExamples {
  readonly examples: readonly unknown[];
  readonly antiExamples: readonly AntiExample[];
}

const field = { key: "domain", label: "Domain", type: "unicode" };
const auth = { type: "session", fields: [field], placement: "header", mapping: { "X-Key": "{{key}}" } };
const app = {
  title: "Example",
  version: "1.0.0",
  description: "Example is a service.",
  test_trigger: "new_thing",
  auth,
};
const trigger = {
  key: "new_thing",
  type: "polling",
  label: "New Thing",
  noun: "Thing",
  help_text: "Triggers when there is a new thing.",
  url: "https://{{domain}}/things",
  fields: [field],
  sample: { id: 1, name: "thing" },
  methods: ["pre_poll"],
};

/** Examples and anti-examples of every schema, by the type it describes. */
export const schemaExamples: { readonly [type: string]: SchemaExamples } = {
  App: {
    examples: [app],
    antiExamples: [
      { data: { ...app, version: "1" }, path: "/version", keyword: "pattern" },
      { data: { ...app, title: "" }, path: "/title", keyword: "minLength" },
      { data: { ...app, logo: "x" }, path: "", keyword: "additionalProperties" },
      { data: { ...app, test_trigger: "1st" }, path: "/test_trigger", keyword: "pattern" },
    ],
  },
  Auth: {
    examples: [auth, { ...auth, placement: "both" }],
    antiExamples: [
      { data: { ...auth, type: "magic" }, path: "/type", keyword: "const" },
      { data: { ...auth, placement: "body" }, path: "/placement", keyword: "enum" },
      { data: { ...auth, mapping: { key: 1 } }, path: "/mapping/key", keyword: "type" },
    ],
  },
  Field: {
    examples: [
      field,
      { ...field, required: true, choices: ["a", "b"], list: true, default: "a" },
      { ...field, type: "int", choices: { 1: "One" }, help_text: "See [the list](https://example.com)." },
    ],
    antiExamples: [
      { data: { ...field, key: "a" }, path: "/key", keyword: "pattern" },
      { data: { ...field, type: "integer" }, path: "/type", keyword: "enum" },
      { data: { ...field, choices: [] }, path: "/choices", keyword: "minItems" },
      { data: { key: "domain", type: "unicode" }, path: "", keyword: "required" },
    ],
  },
  FieldType: {
    examples: ["unicode", "password"],
    antiExamples: [{ data: "string", path: "", keyword: "enum" }],
  },
  Key: {
    examples: ["ab", "new_ticket", "newEmailLabel"],
    antiExamples: [
      { data: "a", path: "", keyword: "pattern" },
      { data: "1st", path: "", keyword: "pattern" },
      { data: "new-ticket", path: "", keyword: "pattern" },
    ],
  },
  Metadata: {
    examples: [{ app, methods: ["get_session_info"], triggers: [trigger] }],
    antiExamples: [
      { data: { app, methods: [] }, path: "", keyword: "required" },
      { data: { app, methods: ["a", "a"], triggers: [] }, path: "/methods", keyword: "uniqueItems" },
    ],
  },
  Sample: {
    examples: [{ id: "a" }, { id: 1, more: { nested: [] } }],
    antiExamples: [
      { data: { name: "x" }, path: "", keyword: "required" },
      { data: { id: null }, path: "/id", keyword: "type" },
    ],
  },
  Trigger: {
    examples: [trigger, { ...trigger, hidden: true, fields: [] }],
    antiExamples: [
      { data: { ...trigger, url: "example.com" }, path: "/url", keyword: "pattern" },
      { data: { ...trigger, sample: {} }, path: "/sample", keyword: "required" },
      { data: { ...trigger, type: "pushing" }, path: "/type", keyword: "const" },
      { data: { ...trigger, fields: {} }, path: "/fields", keyword: "type" },
    ],
  },
};
