import { adding, changed, type ExamplesByType, lacking } from "./example.ts";
import { account, dataset, get, meta, post, response } from "./pieces.ts";

const filledIn = { ...account, trigger_fields: { dataset_id: "air-quality" } };
const targetUrl = "https://hooks.zapier.com/hooks/standard/1/2/";

const received = {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  querystring: "source=portal",
  content: JSON.stringify({ dataset }),
};
const caught = {
  ...filledIn,
  request: received,
  cleaned_request: { dataset, querystring: { source: "portal" } },
};

const beforeHook = {
  ...filledIn,
  request: { ...get, url: "https://data.example.com/api/explore/v2.1/catalog/datasets/air-quality" },
};
const afterHook = { ...beforeHook, response };

const event = "dataset.published";
const subscribing = {
  ...filledIn,
  target_url: targetUrl,
  event,
  request: {
    ...post,
    data: JSON.stringify({ subscription_url: targetUrl, target_url: targetUrl, event }),
  },
};
const subscribed = { ...subscribing, response: { ...response, status_code: 201, content: '{"id":17}' } };
const unsubscribing = { ...subscribing, subscribe_data: { id: 17 } };

/** The bundles around hooks: catching them, fetching what they tell of, subscribing to them. */
export const hookExamples: ExamplesByType = {
  CatchHookBundle: {
    examples: [caught, { ...caught, cleaned_request: [dataset, dataset] }],
    antiExamples: [
      lacking(caught, "/cleaned_request"),
      changed(caught, "/request/content", { dataset }, "type"),
      adding(caught, "/request/params", {}),
      adding(caught, "/meta", meta),
    ],
  },
  PostHookBundle: {
    examples: [afterHook],
    antiExamples: [
      lacking(afterHook, "/response"),
      adding(afterHook, "/cleaned_request", {}),
      changed(afterHook, "/request/method", "get", "enum"),
    ],
  },
  PostSubscribeBundle: {
    examples: [subscribed, { ...subscribed, trigger_fields: {} }],
    antiExamples: [
      lacking(subscribed, "/response"),
      lacking(subscribed, "/target_url"),
      adding(subscribed, "/subscribe_data", { id: 17 }),
    ],
  },
  PreHookBundle: {
    examples: [beforeHook],
    antiExamples: [
      changed(beforeHook, "/request/data", received.content, "type"),
      adding(beforeHook, "/response", response),
      lacking(beforeHook, "/trigger_fields"),
    ],
  },
  PreSubscribeBundle: {
    examples: [subscribing],
    antiExamples: [
      changed(subscribing, "/request/data", { target_url: targetUrl }, "type"),
      changed(subscribing, "/event", null, "type"),
      adding(subscribing, "/response", response),
      lacking(subscribing, "/event"),
    ],
  },
  PreUnsubscribeBundle: {
    examples: [
      unsubscribing,
      { ...unsubscribing, subscribe_data: "17" },
      { ...unsubscribing, request: { ...subscribing.request, method: "DELETE" } },
    ],
    antiExamples: [
      adding(unsubscribing, "/response", response),
      lacking(unsubscribing, "/subscribe_data"),
      changed(unsubscribing, "/request/data", null, "type"),
      changed(unsubscribing, "/subscribe_data", Number.NaN, "anyOf"),
    ],
  },
  ReceivedHook: {
    examples: [received, { ...received, method: "GET", querystring: "", content: "" }],
    antiExamples: [
      changed(received, "/querystring", { source: "portal" }, "type"),
      changed(received, "/method", "post", "enum"),
      lacking(received, "/content"),
      adding(received, "/url", targetUrl),
    ],
  },
};
