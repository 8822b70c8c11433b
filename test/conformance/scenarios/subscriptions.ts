import type { Scenario } from "../scenario.ts";
import { answer } from "./writing.ts";

const restHook: Pick<Scenario, "trigger" | "app"> = {
  trigger: { type: "rest_hook", event: "made" },
  app: { subscribe_url: "http://{{host}}/hooks/{{theme}}", unsubscribe_url: "http://{{host}}/gone/{{id}}" },
};

/** The requests that turn a Zap with hooks on and off. */
export const subscriptions: readonly Scenario[] = [
  {
    name: "unsubscribes with the whole body of the subscription",
    ...restHook,
    step: { kind: "subscription" },
    zap: "",
    respond: answer({ status: 201, body: '{"id":9}' }),
    differs: {
      documented: "By default the platform POSTs `{target_url}` to unsubscribe.",
      source: "Archived documentation, Step 3: Unsubscribe",
      runner: "It POSTs `{subscription_url, target_url, event}`.",
    },
  },
  {
    name: "subscribes and unsubscribes without scripting",
    ...restHook,
    step: { kind: "subscription" },
    auth_fields: { theme: "dark" },
    zap: "",
    respond: answer({ status: 201, body: '{"id":9}' }),
  },
  {
    name: "keeps nothing of an answer to the subscription that is no JSON",
    ...restHook,
    step: { kind: "subscription" },
    zap: "",
    respond: answer({ status: 201, body: "fine" }),
  },
  {
    name: "shows pre_subscribe and post_subscribe the subscription",
    ...restHook,
    step: { kind: "subscription" },
    trigger_fields: { theme: "t" },
    zap: `pre_subscribe: function (bundle) { bundle.request.data = shown(bundle); return bundle.request; },
      post_subscribe: function (bundle) { return { id: 5, event: bundle.event, url: bundle.target_url, fields: bundle.trigger_fields, request: bundle.request, content: bundle.response.content }; }`,
    respond: answer({ status: 201, body: "x" }),
  },
  {
    name: "shows pre_unsubscribe what post_subscribe has kept",
    ...restHook,
    step: { kind: "subscription" },
    zap: `post_subscribe: function () { return { id: 5 }; },
      pre_unsubscribe: function (bundle) { bundle.request.method = 'DELETE'; bundle.request.data = shown(bundle); return bundle.request; }`,
  },
  {
    name: "raises a 409 to the subscription after post_subscribe",
    ...restHook,
    step: { kind: "subscription" },
    auth_fields: { theme: "dark" },
    zap: "post_subscribe: function (bundle) { console.log(bundle.response.status_code); return {}; }",
    respond: answer({ status: 409, body: "taken" }),
  },
  {
    name: "raises a 4xx to the unsubscription",
    ...restHook,
    step: { kind: "subscription" },
    zap: "",
    respond: (_, before) =>
      before === 0 ? { status: 201, body: '{"id":9}' } : { status: 410, body: "gone" },
  },
  {
    name: "renews the session when a subscription is refused",
    ...restHook,
    step: { kind: "subscription" },
    zap: "get_session_info: function (bundle) { return { token: (bundle.auth_fields.token || '') + 'x' }; }",
    respond: (_, before) => (before === 0 ? { status: 401 } : { status: 201, body: "{}" }),
  },
];
