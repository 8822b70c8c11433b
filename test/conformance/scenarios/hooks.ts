import type { Scenario } from "../scenario.ts";
import { answer } from "./writing.ts";

const staticHook = { type: "static_hook" } as const;
const notification = { type: "notification_hook", event: "made" } as const;
const caught: readonly Scenario[] = [
  {
    name: "takes a hook as the item without catch_hook",
    trigger: staticHook,
    step: { kind: "hook", hook: { body: { id: 1 } } },
    zap: "",
  },
  {
    name: "takes a list in a hook as the items",
    trigger: staticHook,
    step: { kind: "hook", hook: { body: [{ id: 1 }, { id: 2 }] } },
    zap: "",
  },
  {
    name: "shows catch_hook the hook, its parse and the trigger fields",
    trigger: staticHook,
    trigger_fields: { theme: "t" },
    step: {
      kind: "hook",
      hook: {
        querystring: "a=1",
        headers: { "Content-Type": "text/xml" },
        body: "<thing><id>7</id></thing>",
      },
    },
    zap: "thing_catch_hook: function (bundle) { return { bundle: bundle }; }",
  },
  {
    name: "takes one object of catch_hook as one item",
    trigger: staticHook,
    step: { kind: "hook", hook: { body: { list: [{ id: 1 }, { id: 2 }] } } },
    zap: "thing_catch_hook: function (bundle) { return bundle.cleaned_request.list[1]; }",
  },
  {
    name: "takes an empty list of catch_hook as no item",
    trigger: staticHook,
    step: { kind: "hook", hook: { body: {} } },
    zap: "thing_catch_hook: function () { return []; }",
  },
  {
    name: "stops in catch_hook",
    trigger: staticHook,
    step: { kind: "hook", hook: { body: {} } },
    zap: "thing_catch_hook: function () { throw new StopRequestException('no'); }",
  },
  {
    name: "passes on what catch_hook throws",
    trigger: staticHook,
    step: { kind: "hook", hook: { body: {} } },
    zap: "thing_catch_hook: function () { throw new HaltedException('not this'); }",
  },
  {
    name: "takes an empty object of catch_hook as no item",
    trigger: staticHook,
    step: { kind: "hook", hook: { body: {} } },
    zap: "thing_catch_hook: function () { return {}; }",
    differs: {
      documented: "`catch_hook` that returns `[]` or `{}` triggers nothing.",
      runner: "`{}` becomes an item.",
      source: "Observed, and scripting reference: catch_hook",
      outcome: { items: [] },
    },
  },
];

const notified: readonly Scenario[] = [
  {
    name: "reads what a notification names, with the authentication",
    trigger: notification,
    step: { kind: "hook", hook: { body: { resource_url: "http://HOST/things/7?a=1" } } },
    zap: "",
    respond: answer({ body: '{"id":7}' }),
  },
  {
    name: "reads each item of a notification",
    trigger: notification,
    step: { kind: "hook", hook: { body: [{ resource_url: "http://HOST/things/7" }] } },
    zap: `thing_pre_hook: function (bundle) { bundle.request.params.theme = bundle.trigger_fields.theme; return bundle.request; },
      thing_post_hook: function (bundle) { return [{ id: 1, request: bundle.request, content: bundle.response.content }, { id: 2 }]; }`,
    trigger_fields: { theme: "t" },
    respond: answer({ body: "x" }),
  },
  {
    name: "raises a 4xx of what a notification names after post_hook",
    trigger: notification,
    step: { kind: "hook", hook: { body: { resource_url: "http://HOST/things/7" } } },
    zap: "thing_post_hook: function () { throw new Error('lost'); }",
    respond: answer({ status: 404, body: "none" }),
  },
  {
    name: "gives a notification without a resource_url to catch_hook",
    trigger: notification,
    step: { kind: "hook", hook: { body: [{ resource_url: "http://HOST/things/7" }, { id: 8 }] } },
    zap: "thing_catch_hook: function (bundle) { return bundle.cleaned_request; }",
  },
  {
    name: "reads nothing that only catch_hook names",
    trigger: notification,
    step: { kind: "hook", hook: { body: { id: 7 } } },
    zap: "thing_catch_hook: function () { return { id: 7, resource_url: 'http://example.com/things/7' }; }",
    differs: {
      documented: "`catch_hook` may add a missing `resource_url` to a notification.",
      legacy: true,
      source: "Archived documentation, Notification REST Hooks, Step 2",
      runner: "The result of `catch_hook` is the item.",
    },
  },
  {
    name: "never runs pre_hook for a REST hook",
    trigger: { type: "rest_hook", event: "made" },
    step: { kind: "hook", hook: { body: { id: 1, resource_url: "http://HOST/things/7" } } },
    zap: "thing_pre_hook: function () { throw new Error('never'); }",
  },
  {
    name: "makes no item of a notification whose request pre_hook stops",
    trigger: notification,
    step: { kind: "hook", hook: { body: { resource_url: "http://HOST/things/7" } } },
    zap: "thing_pre_hook: function () { throw new StopRequestException('no'); }",
    differs: {
      documented: "A `StopRequestException` in `pre_hook` gives no item.",
      runner: "It gives the item `null`.",
      source: "Archived documentation, Available Exceptions",
      outcome: { items: [] },
    },
  },
];

/** Received hooks and notifications. */
export const hooks: readonly Scenario[] = [...caught, ...notified];
