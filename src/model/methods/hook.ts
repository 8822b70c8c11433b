import type { Method } from "./method.ts";

/** The methods around REST hooks, one for all triggers. Source: the scripting reference, "REST Hooks and Notification REST Hooks". */
export const hookMethods = [
  {
    name: "pre_subscribe",
    kind: "hook",
    phase: "pre",
    bundle: "PreSubscribe",
    result: "RequestResult",
    documentation: "Changes the request that subscribes a Zap when it is turned on.",
    without: "The platform POSTs `{subscription_url, target_url, event}` as JSON to the app's subscribe URL.",
  },
  {
    name: "post_subscribe",
    kind: "hook",
    phase: "post",
    bundle: "PostSubscribe",
    result: "SubscribeData",
    documentation:
      "Returns the data that is needed to unsubscribe later: `bundle.subscribe_data` of `pre_unsubscribe`.",
    without: "The response is parsed as JSON and kept.",
  },
  {
    name: "pre_unsubscribe",
    kind: "hook",
    phase: "pre",
    bundle: "PreUnsubscribe",
    result: "RequestResult",
    documentation: "Changes the request that unsubscribes a Zap when it is turned off.",
    without: "The platform POSTs the body of the subscription as JSON to the app's unsubscribe URL.",
  },
] as const satisfies readonly Method[];
