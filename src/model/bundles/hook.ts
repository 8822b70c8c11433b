import type { BundleBase, Json, PreparedPost, Response, SentRequest, Values } from "./shared.ts";

/** What the bundles around a subscription have in common. */
interface SubscriptionBundle extends BundleBase {
  /** What the user filled in when adding the trigger, each value coerced to its field's type. */
  trigger_fields: Values;
  /** The address to which the hooks of this Zap, and of no other, are to be sent. */
  target_url: string;
  /** The event name of the trigger. */
  event: string;
}

/** What `pre_subscribe` gets. */
export interface PreSubscribeBundle extends SubscriptionBundle {
  /** The prepared request: `{subscription_url, target_url, event}` as JSON. */
  request: PreparedPost;
}

/** What `post_subscribe` gets. */
export interface PostSubscribeBundle extends SubscriptionBundle {
  /** The request that was sent. */
  request: SentRequest;
  /** What the API answered. */
  response: Response;
}

/** What `pre_unsubscribe` gets. */
export interface PreUnsubscribeBundle extends SubscriptionBundle {
  /** The prepared request: the body of the subscription as JSON. */
  request: PreparedPost;
  /** What `post_subscribe` returned or, without that method, what the API answered to the subscription. */
  subscribe_data: Json;
}
