import type { ActionField } from "../../../src/model/definitions.ts";
import type { Scenario, Step } from "../scenario.ts";
import { answer, postWrite, preWrite } from "./writing.ts";

const filled = {
  name: "Ada",
  size: 12,
  open: true,
  tags: ["a", "b"],
  more: { colour: "red" },
  owner__name: "Bob",
  owner__address__city: "Paris",
  list_id: "7",
} as const;
const write = { kind: "write", action_fields: filled } as const;

function textField(key: string): ActionField {
  return { key, label: key, type: "unicode" };
}

const sent: readonly Scenario[] = [
  {
    name: "POSTs the fields of an action as JSON",
    step: write,
    zap: "",
    respond: answer({ body: '{"id":1}' }),
  },
  { name: "POSTs an empty object when no field is filled in", step: { kind: "write" }, zap: "" },
  {
    name: "renders the fields of an action in its address",
    step: write,
    action: { url: "http://{{host}}/lists/{{list_id}}/{{open}}/{{tags}}/{{owner__name}}?size={{size}}" },
    zap: "",
  },
  {
    name: "POSTs line items as a list under their parent key",
    step: { kind: "write", action_fields: { name: "n", amount: [3, 2.5], unit: ["kg", "m"] } },
    zap: "",
  },
  {
    name: "sends the members of a line whole, also those that are not sent in JSON",
    step: { kind: "write", action_fields: { name: "n", amount: [3, 2.5], unit: ["kg", ""] } },
    action: {
      fields: [
        { key: "name", label: "Name", type: "unicode" },
        { key: "amount", label: "Amount", type: "float", parent_key: "lines", send_in_json: false },
        { key: "unit", label: "Unit", type: "unicode", parent_key: "lines" },
      ],
    },
    zap: preWrite(
      "return { data: z.JSON.stringify([bundle.request.data, bundle.action_fields, bundle.action_fields_full]) };",
    ),
  },
  {
    name: "shows pre_write what was written",
    step: {
      kind: "write",
      action_fields: { size: "12 m", open: "no", tags: ["a", 5], amount: ["$3.00", ""], more: { a: 1 } },
    },
    zap: preWrite("return { data: shown([bundle.action_fields_raw, bundle.action_fields_full]) };"),
  },
  {
    name: "renders variables in what the user has filled in",
    step: { kind: "write", action_fields: { name: "{{theme}} {{unknown}}", list_id: "{{name}}" } },
    auth_fields: { theme: "dark" },
    zap: "",
  },
  {
    name: "unflattens six levels",
    step: { kind: "write", action_fields: { aa__bb__cc__dd__ee__ff__gg: 1, aa__bb__x: 2, y__: 3 } },
    action: {
      fields: ["aa__bb__cc__dd__ee__ff__gg", "aa__bb__x", "y__"].map((key) => ({
        key,
        label: key,
        type: "int",
      })),
    },
    zap: "",
  },
  ...[
    ["keeps a parent's value, and loses what is below it", { aa: "x", aa__bb: "y", name: "n" }],
    ["fails on a value two levels below another", { aa: "x", aa__bb__cc: "y" }],
    ["puts a value below a list, where JSON loses it", { tags: ["a", "b"], tags__x: 1 }],
    [
      "loses what would be written into what all objects inherit",
      { constructor__x: 1, toString__yy__zz: 2, name: "n" },
    ],
    ["sends fields that are called as what all objects inherit", { constructor: "c", valueOf: 1 }],
  ].map(([name, action_fields]) => ({
    name: name as string,
    step: { kind: "write", action_fields } as Step,
    action: {
      url: "http://{{host}}/things/{{constructor}}/{{toString}}",
      fields: [
        ...["name", "aa", "aa__bb", "aa__bb__cc", "constructor", "toString"].map(textField),
        { ...textField("tags"), list: true },
        ...["tags__x", "constructor__x", "toString__yy__zz", "valueOf"].map(textField),
      ],
    },
    zap: "",
  })),
  {
    name: "shows pre_write the bundle of an action",
    step: write,
    zap: preWrite(
      "bundle.request.headers['X-Bundle'] = '1'; bundle.request.data = shown(bundle); return bundle.request;",
    ),
  },
  {
    name: "shows pre_write an empty object as data",
    step: { kind: "write" },
    zap: preWrite("return { data: z.JSON.stringify({ data: bundle.request.data }) };"),
  },
  {
    name: "sends what pre_write returns as data: a text",
    step: write,
    zap: preWrite("return { data: 'plain text', headers: { 'Content-Type': 'text/plain' } };"),
  },
  {
    name: "sends an object of pre_write as a form",
    step: write,
    zap: preWrite("return { data: { a: true, b: [1, null, 2], c: { d: 1 }, e: null, f: 'x y' } };"),
  },
  {
    name: "writes JSON text as a form where the type says so",
    step: write,
    zap: preWrite(
      "bundle.request.headers['Content-Type'] = 'application/x-www-form-urlencoded'; return bundle.request;",
    ),
  },
  { name: "sends no body when pre_write returns null", step: write, zap: preWrite("return { data: null };") },
  {
    name: "keeps the prepared body when pre_write says nothing of it",
    step: write,
    zap: preWrite("return { method: 'PUT', params: { a: 1 } };"),
  },
  {
    name: "sends a body of pre_write's own",
    step: write,
    zap: preWrite("return { body: { a: [1, { b: 2 }] } };"),
  },
  { name: "sends a GET of pre_write with its body", step: write, zap: preWrite("return { method: 'GET' };") },
  { name: "stops in pre_write", step: write, zap: preWrite("throw new StopRequestException('no');") },
  {
    name: "stops in write",
    step: write,
    zap: "make_write: function () { throw new StopRequestException('no'); }",
  },
];

const results: readonly Scenario[] = [
  ["an object", "{ id: 1 }"],
  ["the first of a list", "[{ id: 1 }, { id: 2 }]"],
  ["the first of a list, though it is a text", "['x']"],
  ["an empty list", "[]"],
  ["a text", "'done'"],
  ["a number", "0"],
  ["false", "false"],
  ["null", "null"],
  ["a list in a list", "[[{ id: 1 }]]"],
].map(([what, returned]) => ({
  name: `takes ${what} from post_write`,
  step: write,
  zap: postWrite(`return ${returned};`),
}));

const answers: readonly Scenario[] = [
  {
    name: "takes the first object of an action's answer",
    step: write,
    zap: "",
    respond: answer({ body: '[{"id":1},{"id":2}]' }),
  },
  {
    name: "takes nothing of an action's answer that is no JSON",
    step: write,
    zap: "",
    respond: answer({ body: "created" }),
  },
  { name: "takes a text in JSON as a message", step: write, zap: "", respond: answer({ body: '"created"' }) },
  {
    name: "shows post_write what was sent and what was answered",
    step: write,
    zap: postWrite(
      "return { request: bundle.request, status: bundle.response.status_code, content: bundle.response.content, fields: bundle.action_fields, full: bundle.action_fields_full, raw: bundle.action_fields_raw, url: bundle.url_raw };",
    ),
    respond: answer({ status: 201, body: "made" }),
  },
  {
    name: "raises a 422 to an action after post_write",
    step: write,
    zap: postWrite("throw new Error('hidden');"),
    respond: answer({ status: 422, body: "no name" }),
  },
  {
    name: "lets post_write throw a better error than a 422",
    step: write,
    zap: postWrite("throw new ErrorException('give a name');"),
    respond: answer({ status: 422 }),
  },
  {
    name: "writes with the full method",
    step: write,
    zap: "make_write: function (bundle) { var r = z.request(bundle.request); return [{ bundle: bundle, status: r.status_code }]; }",
    respond: answer({ status: 500 }),
  },
  {
    name: "writes with a full method that calls back",
    step: write,
    zap: "make_write: function (bundle, callback) { setTimeout(function () { callback(null, { n: bundle.action_fields.name }); }, 1); }",
  },
];

/** The requests and results of actions. */
export const actions: readonly Scenario[] = [...sent, ...results, ...answers];
