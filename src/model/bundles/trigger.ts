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

/** What the bundles of a trigger's methods have in common. */
interface TriggerBundle extends BundleBase {
  /** What the user filled in when adding the trigger, each value coerced to its field's type. */
  trigger_fields: Values;
}

/** What `pre_poll` gets: the request to the trigger's URL, before it is sent. */
export interface PrePollBundle extends TriggerBundle {
  /** The prepared request. */
  request: PreparedGet;
  /** The trigger's URL before its variables were rendered. */
  url_raw: string;
  /** Why the platform asks. */
  meta: Meta;
}

/** What `post_poll` gets: the answer from the trigger's URL. */
export interface PostPollBundle extends TriggerBundle {
  /** The request that was sent. */
  request: SentRequest;
  /** What the API answered. */
  response: Response;
  /** Why the platform asks. */
  meta: Meta;
}

/** What `poll` gets: the prepared request, which it sends itself. */
export interface PollBundle extends TriggerBundle {
  /** The prepared request. */
  request: PreparedGet;
  /** The trigger's URL before its variables were rendered. */
  url_raw: string;
  /** Why the platform asks. */
  meta: Meta;
}

/** A hook as it came in. */
export interface ReceivedHook {
  /** How it was sent. */
  method: HttpMethod;
  /** Its headers. */
  headers: Headers;
  /** What stood behind the `?` of its URL. */
  querystring: string;
  /** Its body as text, never parsed. */
  content: string;
}

/** What `catch_hook` gets. */
export interface CatchHookBundle extends TriggerBundle {
  /** The hook as it came in. */
  request: ReceivedHook;
  /**
   * The platform's parse of it: JSON, XML or form body with the query string under `queryset`. A JSON array at the root
   * stands for itself.
   */
  cleaned_request: Json;
}

/** What `pre_hook` gets: the request for one `resource_url`, before it is sent. */
export interface PreHookBundle extends TriggerBundle {
  /** The prepared request, with the `resource_url` as its URL. */
  request: PreparedGet;
}

/** What `post_hook` gets: the answer from one `resource_url`. */
export interface PostHookBundle extends TriggerBundle {
  /** The request that was sent. */
  request: SentRequest;
  /** What the API answered. */
  response: Response;
}

/** What `pre_custom_trigger_fields` gets. */
export interface PreCustomTriggerFieldsBundle extends TriggerBundle {
  /** The prepared request. */
  request: PreparedGet;
  /** The custom fields URL before its variables were rendered. */
  url_raw: string;
}

/** What `post_custom_trigger_fields` gets. */
export interface PostCustomTriggerFieldsBundle extends BundleBase {
  /** The request that was sent. */
  request: SentRequest;
  /** What the API answered. */
  response: Response;
  /** The custom fields URL before its variables were rendered. */
  url_raw: string;
}
