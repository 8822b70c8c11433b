import type { BundleBase, Json, PreparedPost, Response, SentRequest, Values } from "./shared.ts";

/** The common properties of the bundles around a subscription. */
interface SubscriptionBundle extends BundleBase {
  /** The values that the user filled in when adding the trigger, each coerced to its field's type. */
  trigger_fields: Values;
  /** The URL that receives the hooks of this Zap. Every Zap has a URL of its own. */
  target_url: string;
  /** The event name of the trigger. */
  event: string;
}

/** The bundle of `pre_subscribe`. */
export interface PreSubscribeBundle extends SubscriptionBundle {
  /** The prepared request: `{subscription_url, target_url, event}` as JSON. */
  request: PreparedPost;
}

/** The bundle of `post_subscribe`. */
export interface PostSubscribeBundle extends SubscriptionBundle {
  /** The request that was sent. */
  request: SentRequest;
  /** The API's response. */
  response: Response;
}

/** The bundle of `pre_unsubscribe`. */
export interface PreUnsubscribeBundle extends SubscriptionBundle {
  /** The prepared request: the body of the subscription as JSON. */
  request: PreparedPost;
  /** The result of `post_subscribe` or, without that method, the API's response to the subscription. */
  subscribe_data: Json;
}
