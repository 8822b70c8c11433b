/*
 * What the platform expects of each method, by its name: the build checks every exported method against its contract,
 * also one that says nothing of its types.
 */
import type * as a from "./authoring.ts";
import type * as r from "./bundles/results.ts";
import type { Action, Search, Trigger } from "./fields.ts";

/** A method that returns its result. */
export type Method<Bundle, Result> = (bundle: Bundle) => Result;

/** What a method with a callback calls back with: an error, or null and the result. */
export type Callback<Result> = (error: Error | string | null, result?: Result) => void;

/** A method that returns its result, or takes a callback and calls back later. */
export type MaybeAsync<Bundle, Result> =
  | Method<Bundle, Result>
  // biome-ignore lint/suspicious/noConfusingVoidType: `void` alone would let a method without a callback return anything
  | ((bundle: Bundle, callback: Callback<Result>) => void | undefined);

/** A method of hydrators.ts, whatever it is given. */
export type Hydrator = MaybeAsync<never, unknown>;

/** The same properties under no name, by which TypeScript would compare type arguments in place of properties. */
type Structure<T> = { [K in keyof T]: T[K] };

type Entry<T> = T extends readonly (infer U)[] ? U : T;
type KeyOf<T> = T extends unknown ? keyof T : never;
type NamedKey<K> = K extends string ? (string extends K ? never : K) : never;
type ResultOf<M> = M extends (...args: never[]) => infer R ? (0 extends 1 & R ? never : Entry<R>) : never;

/** What a method's result has and its contract does not know: `{ url, parms }` of a request -> "parms" */
export type UnknownKey<Given, Contract> = Exclude<
  NamedKey<KeyOf<ResultOf<Given>>>,
  KeyOf<ResultOf<Contract>>
>;

/** The methods of a trigger. */
export interface TriggerContracts<T extends Trigger> {
  pre_poll: Method<a.PrePoll<T>, r.RequestResult>;
  post_poll: Method<a.PostPoll<T>, r.Results>;
  poll: MaybeAsync<a.Poll<T>, r.Results>;
  catch_hook: Method<a.CatchHook<T>, r.HookResults>;
  pre_hook: Method<a.PreHook<T>, r.RequestResult>;
  post_hook: Method<a.PostHook<T>, r.HookResults>;
  pre_custom_trigger_fields: Method<a.PreCustomTriggerFields<T>, r.RequestResult>;
  post_custom_trigger_fields: Method<a.PostCustomTriggerFields<T>, r.CustomFields>;
}

/** The methods of an action. */
export interface ActionContracts<A extends Action> {
  pre_write: Method<a.PreWrite<A>, r.WriteRequestResult>;
  post_write: Method<a.PostWrite<A>, r.WriteResult>;
  write: MaybeAsync<a.Write<A>, r.WriteResult>;
  custom_action_fields: MaybeAsync<a.CustomActionFields<A>, r.CustomFields>;
  pre_custom_action_fields: Method<a.PreCustomActionFields<A>, r.RequestResult>;
  post_custom_action_fields: Method<a.PostCustomActionFields<A>, r.CustomFields>;
  custom_action_result_fields: MaybeAsync<a.CustomActionResultFields<A>, r.CustomFields>;
  pre_custom_action_result_fields: Method<a.PreCustomActionResultFields<A>, r.RequestResult>;
  post_custom_action_result_fields: Method<a.PostCustomActionResultFields<A>, r.CustomFields>;
}

/** The methods of a search. */
export interface SearchContracts<S extends Search> {
  pre_search: Method<a.PreSearch<S>, r.RequestResult>;
  post_search: Method<a.PostSearch<S>, r.SearchResults>;
  search: MaybeAsync<a.FullSearch<S>, r.SearchResults>;
  custom_search_fields: MaybeAsync<a.CustomSearchFields<S>, r.CustomFields>;
  pre_custom_search_fields: Method<a.PreCustomSearchFields<S>, r.RequestResult>;
  post_custom_search_fields: Method<a.PostCustomSearchFields<S>, r.CustomFields>;
  custom_search_result_fields: MaybeAsync<a.CustomSearchResultFields<S>, r.CustomFields>;
  pre_custom_search_result_fields: Method<a.PreCustomSearchResultFields<S>, r.RequestResult>;
  post_custom_search_result_fields: Method<a.PostCustomSearchResultFields<S>, r.CustomFields>;
  pre_read_resource: Method<a.PreReadResource<S>, r.RequestResult>;
  post_read_resource: Method<a.PostReadResource<S>, r.Resource>;
  read_resource: MaybeAsync<a.ReadResource<S>, r.Resource>;
}

/**
 * The methods of the app as a whole. What was answered to the subscription is for the author to say, where no
 * `post_subscribe` returns it: every type takes `never`.
 */
export interface AppContracts<Post extends (bundle: a.PostSubscribe) => unknown = () => never> {
  pre_subscribe: Method<a.PreSubscribe, r.RequestResult>;
  post_subscribe: Method<a.PostSubscribe, r.SubscribeData>;
  pre_unsubscribe: Method<Structure<a.PreUnsubscribe<Post>>, r.RequestResult>;
  pre_oauthv2_token: Method<a.PreOAuthV2Token, r.OAuthRequestResult>;
  post_oauthv2_token: Method<a.PostOAuthV2Token, r.TokenResult>;
  pre_oauthv2_refresh: Method<a.PreOAuthV2Refresh, r.OAuthRequestResult>;
  get_session_info: Method<a.GetSessionInfo, r.SessionInfo>;
  get_connection_label: Method<a.GetConnectionLabel, r.ConnectionLabel>;
}
