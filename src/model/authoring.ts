/*
 * The types that an integration's sources import: the bundles of ./bundles/, with the values of the fields typed by what the
 * integration declares.
 */
import type * as action from "./bundles/action.ts";
import type * as auth from "./bundles/auth.ts";
import type * as hook from "./bundles/hook.ts";
import type * as search from "./bundles/search.ts";
import type { Json, Values } from "./bundles/shared.ts";
import type * as trigger from "./bundles/trigger.ts";
import type {
  AccountValues,
  Action,
  App,
  ConnectValues,
  FieldValues,
  FormValues,
  FullValues,
  RawValues,
  Sampled,
  Search as SearchDefinition,
  SentValues,
  Trigger,
} from "./fields.ts";
import type { Register } from "./index.ts";

type RegisteredApp = Register extends { app: infer A extends App } ? A : App;
type RegisteredSession = Register extends { session: infer S } ? S : unknown;

/** The values that the user filled in when connecting the account. */
type TypedFields = ConnectValues<RegisteredApp["auth"]>;

/** The same, with what the platform mixes in once the account is connected. */
type AuthFields = AccountValues<RegisteredApp["auth"], RegisteredSession>;

/** A bundle with some of its properties typed. Mapped over the bundle's keys, so that its documentation stays. */
type Typed<Bundle, Types> = { [K in keyof Bundle]: K extends keyof Types ? Types[K] : Bundle[K] };

type TypedBundle<Bundle, Types = unknown> = Typed<Bundle, { auth_fields: AuthFields } & Types>;
type OfTrigger<Bundle, T extends Trigger> = TypedBundle<Bundle, { trigger_fields: FieldValues<T["fields"]> }>;
type OfAction<Bundle, A extends Action> = TypedBundle<
  Bundle,
  {
    action_fields: SentValues<A["fields"]>;
    action_fields_full: FullValues<A["fields"]>;
    action_fields_raw: RawValues<A["fields"]>;
  }
>;
type OfActionForm<Bundle, A extends Action> = TypedBundle<Bundle, { action_fields: FormValues<A["fields"]> }>;
type OfSearch<Bundle, S extends SearchDefinition> = TypedBundle<
  Bundle,
  { search_fields: FieldValues<S["fields"]> }
>;
type OfSearchForm<Bundle, S extends SearchDefinition> = TypedBundle<
  Bundle,
  { search_fields: RawValues<S["fields"]> }
>;
type OfRead<Bundle, S extends SearchDefinition> = TypedBundle<
  Bundle,
  { read_fields: Sampled<NonNullable<S["sample"]>> & Values; read_context: Partial<FieldValues<S["fields"]>> }
>;

/** The bundle of `pre_poll`: the request to the trigger's URL, before it is sent. */
export interface PrePoll<T extends Trigger> extends OfTrigger<trigger.PrePollBundle, T> {}
/** The bundle of `post_poll`: the response from the trigger's URL. A 4xx or 5xx is raised after the method. */
export interface PostPoll<T extends Trigger> extends OfTrigger<trigger.PostPollBundle, T> {}
/** The bundle of `poll`: the prepared request, which it sends itself. No 4xx or 5xx is raised for it. */
export interface Poll<T extends Trigger> extends OfTrigger<trigger.PollBundle, T> {}
/** The bundle of `catch_hook`: the hook as it came in, and the platform's parse of it. */
export interface CatchHook<T extends Trigger>
  extends TypedBundle<
    trigger.CatchHookBundle,
    { trigger_fields: FieldValues<T["fields"]>; cleaned_request: unknown }
  > {}
/** The bundle of `pre_hook`: the request for one `resource_url` of a notification. */
export interface PreHook<T extends Trigger> extends OfTrigger<trigger.PreHookBundle, T> {}
/** The bundle of `post_hook`: the response from one `resource_url` of a notification. */
export interface PostHook<T extends Trigger> extends OfTrigger<trigger.PostHookBundle, T> {}
/** The bundle of `pre_custom_trigger_fields`. */
export interface PreCustomTriggerFields<T extends Trigger>
  extends OfTrigger<trigger.PreCustomTriggerFieldsBundle, T> {}
/** The bundle of `post_custom_trigger_fields`. */
export interface PostCustomTriggerFields<T extends Trigger>
  extends OfTrigger<trigger.PostCustomTriggerFieldsBundle, T> {}

/** The bundle of `pre_subscribe`, for any of the triggers. */
export interface PreSubscribe extends TypedBundle<hook.PreSubscribeBundle> {}
/** The bundle of `post_subscribe`, for any of the triggers. */
export interface PostSubscribe extends TypedBundle<hook.PostSubscribeBundle> {}
/** The bundle of `pre_unsubscribe`; `PreUnsubscribe<typeof post_subscribe>` knows what that method returned. */
export interface PreUnsubscribe<
  Post extends (bundle: PostSubscribe) => unknown = (bundle: PostSubscribe) => Json,
> extends TypedBundle<hook.PreUnsubscribeBundle, { subscribe_data: ReturnType<Post> }> {}

/** The bundle of `pre_write`: the request to the action's URL, before it is sent. */
export interface PreWrite<A extends Action> extends OfAction<action.PreWriteBundle, A> {}
/** The bundle of `post_write`: the response from the action's URL. A 4xx or 5xx is raised after the method. */
export interface PostWrite<A extends Action> extends OfAction<action.PostWriteBundle, A> {}
/** The bundle of `write`: the prepared request, which it sends itself. No 4xx or 5xx is raised for it. */
export interface Write<A extends Action> extends OfAction<action.WriteBundle, A> {}
/** The bundle of `custom_action_fields`. */
export interface CustomActionFields<A extends Action>
  extends OfActionForm<action.CustomActionFieldsBundle, A> {}
/** The bundle of `pre_custom_action_fields`. */
export interface PreCustomActionFields<A extends Action>
  extends OfActionForm<action.PreCustomActionFieldsBundle, A> {}
/** The bundle of `post_custom_action_fields`. */
export interface PostCustomActionFields<A extends Action>
  extends OfActionForm<action.PostCustomActionFieldsBundle, A> {}
/** The bundle of `custom_action_result_fields`. */
export interface CustomActionResultFields<A extends Action>
  extends OfActionForm<action.CustomActionResultFieldsBundle, A> {}
/** The bundle of `pre_custom_action_result_fields`. */
export interface PreCustomActionResultFields<A extends Action>
  extends OfActionForm<action.PreCustomActionResultFieldsBundle, A> {}
/** The bundle of `post_custom_action_result_fields`. */
export interface PostCustomActionResultFields<A extends Action>
  extends OfActionForm<action.PostCustomActionResultFieldsBundle, A> {}

/** The bundle of `pre_search`: the request to the search's URL, before it is sent. */
export interface PreSearch<S extends SearchDefinition> extends OfSearch<search.PreSearchBundle, S> {}
/** The bundle of `post_search`: the response from the search's URL. A 4xx or 5xx is raised after the method. */
export interface PostSearch<S extends SearchDefinition> extends OfSearch<search.PostSearchBundle, S> {}
/** The bundle of `search`: the prepared request, which it sends itself. No 4xx or 5xx is raised for it. */
export interface FullSearch<S extends SearchDefinition> extends OfSearch<search.FullSearchBundle, S> {}
/** The bundle of `custom_search_fields`. */
export interface CustomSearchFields<S extends SearchDefinition>
  extends OfSearchForm<search.CustomSearchFieldsBundle, S> {}
/** The bundle of `pre_custom_search_fields`. */
export interface PreCustomSearchFields<S extends SearchDefinition>
  extends OfSearchForm<search.PreCustomSearchFieldsBundle, S> {}
/** The bundle of `post_custom_search_fields`. */
export interface PostCustomSearchFields<S extends SearchDefinition>
  extends OfSearchForm<search.PostCustomSearchFieldsBundle, S> {}
/** The bundle of `custom_search_result_fields`. */
export interface CustomSearchResultFields<S extends SearchDefinition>
  extends OfSearchForm<search.CustomSearchResultFieldsBundle, S> {}
/** The bundle of `pre_custom_search_result_fields`. */
export interface PreCustomSearchResultFields<S extends SearchDefinition>
  extends OfSearchForm<search.PreCustomSearchResultFieldsBundle, S> {}
/** The bundle of `post_custom_search_result_fields`. */
export interface PostCustomSearchResultFields<S extends SearchDefinition>
  extends OfSearchForm<search.PostCustomSearchResultFieldsBundle, S> {}
/** The bundle of `pre_read_resource`: the request to the search's resource URL, before it is sent. */
export interface PreReadResource<S extends SearchDefinition>
  extends OfRead<search.PreReadResourceBundle, S> {}
/** The bundle of `post_read_resource`: the response from the search's resource URL. */
export interface PostReadResource<S extends SearchDefinition>
  extends OfRead<search.PostReadResourceBundle, S> {}
/** The bundle of `read_resource`: the prepared request, which it sends itself. */
export interface ReadResource<S extends SearchDefinition> extends OfRead<search.ReadResourceBundle, S> {}

/** The bundle of `pre_oauthv2_token`: the request for an access token, before it is sent. */
export interface PreOAuthV2Token extends auth.PreOAuthV2TokenBundle {}
/** The bundle of `post_oauthv2_token`: the response with the tokens. A 4xx or 5xx is raised before the method. */
export interface PostOAuthV2Token extends Typed<auth.PostOAuthV2TokenBundle, { auth_fields: TypedFields }> {}
/** The bundle of `pre_oauthv2_refresh`: the request for a new access token, before it is sent. */
export interface PreOAuthV2Refresh extends TypedBundle<auth.PreOAuthV2RefreshBundle> {}
/** The bundle of `get_session_info`. */
export interface GetSessionInfo extends Typed<auth.GetSessionInfoBundle, { auth_fields: TypedFields }> {}
/** The bundle of `get_connection_label`. */
export interface GetConnectionLabel extends TypedBundle<auth.GetConnectionLabelBundle> {}

/** The bundle of a method that `z.dehydrate` names: the bundle that was given there, and the account. */
export type Hydrate<Given = Values> = Given & TypedBundle<import("./bundles/shared.ts").BundleBase>;
