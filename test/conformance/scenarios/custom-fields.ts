import type { Scenario } from "../scenario.ts";
import { answer } from "./writing.ts";

const urls = {
  custom_fields_url: "http://{{host}}/fields?name={{name}}{{theme}}",
  custom_result_fields_url: "http://{{host}}/labels",
};
const everyType = JSON.stringify([
  ...["unicode", "text", "int", "float", "bool", "datetime", "dict", "file", "copy", "password", "other"].map(
    (type) => ({ key: `k_${type}`, type, list: type === "dict" || type === "text", label: type }),
  ),
  { key: "no_type" },
  { label: "no key" },
  "no object",
]);

/** The methods around the custom fields of a step: those of a trigger label its items. */
const families = [
  { of: "trigger", what: "thing", fields: "custom_trigger_fields" },
  { of: "action", what: "make", fields: "custom_action_fields" },
  { of: "action", what: "make", fields: "custom_action_result_fields", result: true },
  { of: "search", what: "find", fields: "custom_search_fields" },
  { of: "search", what: "find", fields: "custom_search_result_fields", result: true },
] as const;

function scenariosOf(family: (typeof families)[number]): Scenario[] {
  const { of, what, fields } = family;
  const result = "result" in family ? { result: family.result } : {};
  const base = {
    step: { kind: "custom_fields", of, fields: { [of === "trigger" ? "theme" : "name"]: "Ada" }, ...result },
    ...(of === "trigger" ? { trigger: { custom_fields_url: urls.custom_fields_url } } : { [of]: urls }),
  } as const;
  const full: Scenario = {
    name: `asks with ${what}_${fields}`,
    ...base,
    zap: `${what}_${fields}: function (bundle, callback) { callback(null, [{ key: shown(bundle), type: 'bool' }]); }`,
  };
  return [
    {
      name: `takes ${fields} of every type from the URL`,
      ...base,
      zap: "",
      respond: answer({ body: everyType }),
    },
    {
      name: `takes no ${fields} of an object`,
      ...base,
      zap: "",
      respond: answer({ body: '{"key":"a","type":"int"}' }),
    },
    {
      name: `shows the methods around the URL of ${fields} the bundle`,
      ...base,
      zap: `${what}_pre_${fields}: function (bundle) { bundle.request.headers['X-Bundle'] = shown(bundle); delete bundle.request.data; return bundle.request; },
        ${what}_post_${fields}: function (bundle) { return [{ key: shown([bundle.request, bundle.url_raw, bundle.response.content]), type: 'int' }]; }`,
      respond: answer({ body: "x" }),
    },
    {
      name: `raises a 4xx to the request for ${fields}`,
      ...base,
      zap: "",
      respond: answer({ status: 403, body: "no" }),
    },
    ...(of === "trigger" ? [] : [full]),
  ];
}

/** The custom fields of triggers, actions and searches, and of what they return. */
export const customFields: readonly Scenario[] = [
  ...families.flatMap(scenariosOf),
  {
    name: "shows custom_action_fields nested fields, line items and numbers as written",
    step: {
      kind: "custom_fields",
      of: "action",
      fields: {
        size: 5,
        open: true,
        owner__name: "Bob",
        amount: [3, ""],
        unit: "kg",
        list_id: "7",
        tags: [1],
      },
    },
    zap: "make_custom_action_fields: function (bundle) { return [{ key: shown(bundle), type: 'bool' }]; }",
  },
  ...["make_pre_write", "make_write"].map(
    (method): Scenario => ({
      name: `shows ${method} the custom fields of an action in the runner's order`,
      step: {
        kind: "write",
        action_fields: { alpha: "a", size: 5, zeta: "z", name: "n", 7: 3, beta__x: "b", owner__name: "o" },
        custom_fields: ["zeta", "7", "beta__x", "alpha"].map((key) => ({ key, type: "string" })),
      },
      zap: `${method}: function (bundle) { return { data: JSON.stringify(bundle) }; }`,
    }),
  ),
  {
    name: "keeps the order of what custom_action_fields says of a field",
    step: { kind: "custom_fields", of: "action" },
    zap: "make_custom_action_fields: function () { return [{ type: 'int', label: 'L', list: true, key: 'a' }, { list: true, type: 'dict', key: 'b' }]; }",
  },
];
