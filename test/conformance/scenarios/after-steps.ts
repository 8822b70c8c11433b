import type { Scenario } from "../scenario.ts";
import { answer } from "./writing.ts";

const pointing = (pointer: string) => `thing_poll: function () { return [{ id: 1, pointer: ${pointer} }]; }`;

/** The work after a step: pointers are followed, and the account gets its name. */
export const afterSteps: readonly Scenario[] = [
  {
    name: "follows a pointer to a method, with its bundle",
    step: { kind: "hydration" },
    zap: `${pointing("z.dehydrate('details', { id: 7, request: { url: 'u', headers: { 'X-A': '1' }, params: {} } })")},
      details: function (bundle) { return { bundle: bundle, answer: z.request({ url: 'http://' + bundle.auth_fields.host + '/details' }).content }; }`,
    respond: answer({ body: "d" }),
  },
  {
    name: "fails when a pointer brings a request without params",
    step: { kind: "hydration" },
    zap: `${pointing("z.dehydrate('details', { request: { headers: {} } })")}, details: function () { return 1; }`,
  },
  {
    name: "follows a pointer to a method that calls back",
    step: { kind: "hydration" },
    zap: `${pointing("z.dehydrate('details', {})")}, details: function (bundle, callback) { callback(null, [1, bundle.request]); }`,
  },
  {
    name: "passes on what a method throws that a pointer names",
    step: { kind: "hydration" },
    zap: `${pointing("z.dehydrate('details', {})")}, details: function () { throw new ErrorException('gone'); }`,
  },
  {
    name: "refuses a pointer to a file whose address has a variable",
    step: { kind: "hydration" },
    zap: pointing("z.dehydrateFile('http://{{host}}/{{bundle.authData.token}}')"),
  },
  {
    name: "refuses a pointer to a file whose own request has a variable",
    step: { kind: "hydration" },
    zap: pointing("z.dehydrateFile('http://x', { params: { a: ['{{ process.env.X }}'] } })"),
  },
  {
    name: "names the account after what the test trigger returned",
    step: { kind: "label" },
    meta: { test_poll: true },
    zap: "get_connection_label: function (bundle) { return shown(bundle); }",
    respond: answer({ body: '[{"id":1,"owner":"Ada"},{"id":2}]' }),
  },
];
