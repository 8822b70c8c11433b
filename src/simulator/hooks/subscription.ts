import type { App, NotificationHookTrigger, RestHookTrigger } from "../../model/definitions.ts";
import { methodsAround } from "../../model/methods.ts";
import type { FieldValues } from "../fields/field-values.ts";
import type { ManagedCall } from "../steps/managed-call.ts";
import { triggerFields } from "../steps/trigger.ts";

/** A Zap's subscription to the hooks of a trigger. */
export interface Subscription {
  readonly app: App;
  readonly trigger: RestHookTrigger | NotificationHookTrigger;
  readonly trigger_fields: FieldValues;
  /** The address that the hooks of this Zap are to be sent to. */
  readonly target_url: string;
  /** True if the user is only testing the Zap. */
  readonly in_editor: boolean;
}

/** Subscribes, when a Zap is turned on. Source: runner, index.js, `runHookSubscribe`. */
export function subscribeCall(subscription: Subscription): ManagedCall {
  const call = subscriptionCall("subscribe", subscription, { url: subscription.app.subscribe_url });
  // Source: the archived documentation, "Step 1: Subscribe".
  const headers = { "X-Hook-Test": "true" };
  return subscription.in_editor ? { ...call, request: { ...call.request, headers } } : call;
}

/** Unsubscribes, when a Zap is turned off. Nobody reads the answer. Source: runner, index.js, `runHookUnsubscribe`. */
export function unsubscribeCall(subscription: Subscription, subscribe_data: unknown): ManagedCall {
  const call = subscriptionCall("unsubscribe", subscription, { url: subscription.app.unsubscribe_url });
  return {
    ...call,
    data: { ...call.data, subscribeData: subscribe_data },
    bundle: (data) => ({ ...call.bundle(data), subscribe_data: data.subscribeData }),
    answer: "unread",
  };
}

function subscriptionCall(
  what: string,
  { trigger, trigger_fields, target_url }: Subscription,
  { url = "" }: { url: string | undefined },
): ManagedCall {
  const { event } = trigger;
  return {
    methods: methodsAround(what, "hook"),
    // Source: runner, index.js: the older name goes along.
    request: { url, method: "POST", body: { subscription_url: target_url, target_url, event } },
    data: { inputData: trigger_fields, targetUrl: target_url },
    bundle: ({ inputData }) => ({
      ...triggerFields(inputData),
      target_url,
      subscription_url: target_url,
      event,
      trigger_data: inputData,
    }),
  };
}
