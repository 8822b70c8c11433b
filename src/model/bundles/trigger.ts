import type {
  BundleBase,
  Headers,
  HttpMethod,
  Json,
  Meta,
  PreparedGet,
  Response,
  SentRequest,
  Values,
} from "./shared.ts";

/** The common properties of the bundles of a trigger's methods. */
interface TriggerBundle extends BundleBase {
  /** The values that the user filled in when adding the trigger, each coerced to its field's type. */
  trigger_fields: Values;
}

/** The bundle of `pre_poll`: the request to the trigger's URL, before it is sent. */
export interface PrePollBundle extends TriggerBundle {
  /** The prepared request. */
  request: PreparedGet;
  /** The trigger's URL before its variables were rendered. */
  url_raw: string;
  /** The reason for the call. */
  meta: Meta;
}

/** The bundle of `post_poll`: the response from the trigger's URL. */
export interface PostPollBundle extends TriggerBundle {
  /** The request that was sent. */
  request: SentRequest;
  /** The API's response. */
  response: Response;
  /** The reason for the call. */
  meta: Meta;
}

/** The bundle of `poll`: the prepared request, which it sends itself. */
export interface PollBundle extends TriggerBundle {
  /** The prepared request. */
  request: PreparedGet;
  /** The trigger's URL before its variables were rendered. */
  url_raw: string;
  /** The reason for the call. */
  meta: Meta;
}

/** A hook as it was received. */
export interface ReceivedHook {
  /** The HTTP method. */
  method: HttpMethod;
  /** Its headers. */
  headers: Headers;
  /** The part of its URL behind the `?`. */
  querystring: string;
  /** Its body as text, never parsed. */
  content: string;
}

/** The bundle of `catch_hook`. */
export interface CatchHookBundle extends TriggerBundle {
  /** The hook as it was received. */
  request: ReceivedHook;
  /**
   * The parsed hook: its JSON, XML or form, with the query string under `queryset`. A JSON array at the root is taken as it
   * is, without the query string.
   */
  cleaned_request: Json;
}

/** The bundle of `pre_hook`: the request for one `resource_url`, before it is sent. */
export interface PreHookBundle extends TriggerBundle {
  /** The prepared request, with the `resource_url` as its URL. */
  request: PreparedGet;
}

/** The bundle of `post_hook`: the response from one `resource_url`. */
export interface PostHookBundle extends TriggerBundle {
  /** The request that was sent. */
  request: SentRequest;
  /** The API's response. */
  response: Response;
}

/** The bundle of `pre_custom_trigger_fields`. */
export interface PreCustomTriggerFieldsBundle extends TriggerBundle {
  /** The prepared request. */
  request: PreparedGet;
  /** The custom fields URL before its variables were rendered. */
  url_raw: string;
}

/** The bundle of `post_custom_trigger_fields`. */
export interface PostCustomTriggerFieldsBundle extends BundleBase {
  /** The request that was sent. */
  request: SentRequest;
  /** The API's response. */
  response: Response;
  /** The custom fields URL before its variables were rendered. */
  url_raw: string;
}
