/*
 * The contract of each method, by the table of methods: the build checks every exported method against its
 * contract, also one without types.
 */
import type * as a from "./authoring.ts";
import type * as r from "./bundles/results.ts";
import type { Action, Search, Trigger } from "./fields.ts";
import type { actionMethods } from "./methods/action.ts";
import type { authMethods } from "./methods/auth.ts";
import type { hookMethods } from "./methods/hook.ts";
import type { searchMethods } from "./methods/search.ts";
import type { triggerMethods } from "./methods/trigger.ts";

/** A method that returns its result. */
export type SyncMethod<Bundle, Result> = (bundle: Bundle) => Result;

/** The callback of a method: it takes an error, or null and the result. */
export type Callback<Result> = (error: Error | string | null, result?: Result) => void;

/** A method that returns its result, or takes a callback and calls back later. */
export type MaybeAsync<Bundle, Result> =
  | SyncMethod<Bundle, Result>
  // biome-ignore lint/suspicious/noConfusingVoidType: `void` alone would let a method without a callback return anything
  | ((bundle: Bundle, callback: Callback<Result>) => void | undefined);

/** A method of hydrators.ts, with any parameter. */
export type Hydrator = MaybeAsync<never, unknown>;

/** Why a hydrator's result cannot reach the field that asked for it, which takes anything that JSON can hold. */
export type NotHydrated<M> = M extends (...args: never[]) => infer R
  ? unknown extends R
    ? never
    : [R] extends [never]
      ? never
      : // biome-ignore lint/suspicious/noConfusingVoidType: a function without `return` returns it
        [R] extends [void]
        ? "nothing"
        : Extract<R, (...args: never[]) => unknown> extends never
          ? never
          : "a function"
  : never;

/** The same properties under no name, by which TypeScript would compare type arguments in place of properties. */
type Structure<T> = { [K in keyof T]: T[K] };

type ItemOf<T> = T extends readonly (infer U)[] ? U : T;
type KeyOf<T> = T extends unknown ? keyof T : never;
type NamedKey<K> = K extends string ? (string extends K ? never : K) : never;
type ResultOf<M> = M extends (...args: never[]) => infer R ? (0 extends 1 & R ? never : ItemOf<R>) : never;

/** The keys of a method's result that its contract does not know: `{ url, parms }` of a request -> "parms" */
export type UnknownKey<Given, Contract> = Exclude<
  NamedKey<KeyOf<ResultOf<Given>>>,
  KeyOf<ResultOf<Contract>>
>;

/** The parts of a method's row in the table that its type depends on. */
interface MethodRow {
  readonly name: string;
  readonly exportedAs?: string;
  readonly bundle: string;
  readonly result: keyof ResultTypes;
  readonly callback?: true;
}

/** The contract of one method of the table. */
type Contract<R extends MethodRow, Bundle> = R extends { readonly callback: true }
  ? MaybeAsync<Bundle, ResultTypes[R["result"]]>
  : SyncMethod<Bundle, ResultTypes[R["result"]]>;

/** The contracts of methods of the table, by their names. */
type Contracts<R extends MethodRow, Bundles extends BundlesOf<R>> = {
  [M in R as M["name"]]: Contract<M, Bundles[M["bundle"]]>;
};

/** The same, by the names under which a file exports the methods: it has those that it needs. */
type Exported<R extends MethodRow, Bundles extends BundlesOf<R>> = {
  [M in R as ExportedName<M>]?: Contract<M, Bundles[M["bundle"]]>;
};

type ExportedName<R extends MethodRow> = R extends { readonly exportedAs: infer Name extends string }
  ? Name
  : R["name"];
type BundlesOf<R extends MethodRow> = { [B in R["bundle"]]: unknown };

type TriggerRow = (typeof triggerMethods)[number];
type ActionRow = (typeof actionMethods)[number];
type SearchRow = (typeof searchMethods)[number];
type HookRow = (typeof hookMethods)[number];
type AuthRow = (typeof authMethods)[number];

/** The methods of a trigger. */
export type TriggerContracts<T extends Trigger> = Contracts<TriggerRow, TriggerBundles<T>>;
/** The methods of an action. */
export type ActionContracts<A extends Action> = Contracts<ActionRow, ActionBundles<A>>;
/** The methods of a search. */
export type SearchContracts<S extends Search> = Contracts<SearchRow, SearchBundles<S>>;
/**
 * The methods of the app as a whole. The author types the answer to the subscription, where no `post_subscribe` returns it: every
 * type takes `never`.
 */
export type AppContracts<Post extends (bundle: a.PostSubscribe) => unknown = () => never> = Contracts<
  HookRow | AuthRow,
  AppBundles<Post>
>;

/**
 * The methods of a trigger, as its file exports them. At the end of the file it shows in the editor what the build would
 * find: a method that the platform would not call, a bundle or a result of another type.
 *
 *     ({ pre_poll, post_poll }) satisfies TriggerMethods<typeof trigger>;
 */
export type TriggerMethods<T extends Trigger> = Exported<TriggerRow, TriggerBundles<T>>;
/**
 * The methods of an action, as its file exports them, for the end of the file:
 *
 *     ({ pre_write, post_write }) satisfies ActionMethods<typeof action>;
 */
export type ActionMethods<A extends Action> = Exported<ActionRow, ActionBundles<A>>;
/**
 * The methods of a search, as its file exports them, for the end of the file:
 *
 *     ({ pre_search, post_search }) satisfies SearchMethods<typeof search>;
 */
export type SearchMethods<S extends Search> = Exported<SearchRow, SearchBundles<S>>;
/**
 * The methods of hooks.ts, for the end of the file. With `typeof post_subscribe`, the bundle of `pre_unsubscribe` has what
 * that method returns:
 *
 *     ({ pre_subscribe, post_subscribe, pre_unsubscribe }) satisfies HookMethods<typeof post_subscribe>;
 */
export type HookMethods<Post extends (bundle: a.PostSubscribe) => unknown = () => never> = Exported<
  HookRow,
  AppBundles<Post>
>;
/**
 * The methods of auth.ts, for the end of the file:
 *
 *     ({ get_session_info, get_connection_label }) satisfies AuthMethods;
 */
export type AuthMethods = Exported<AuthRow, AppBundles<() => never>>;
/**
 * The methods of hydrators.ts, for the end of the file:
 *
 *     ({ get_conversation }) satisfies HydratorMethods;
 */
export interface HydratorMethods {
  [name: string]: Hydrator;
}

/** The bundles that the table names, for a trigger. */
interface TriggerBundles<T extends Trigger> {
  PrePoll: a.PrePoll<T>;
  PostPoll: a.PostPoll<T>;
  Poll: a.Poll<T>;
  CatchHook: a.CatchHook<T>;
  PreHook: a.PreHook<T>;
  PostHook: a.PostHook<T>;
  PreCustomTriggerFields: a.PreCustomTriggerFields<T>;
  PostCustomTriggerFields: a.PostCustomTriggerFields<T>;
}

/** The bundles that the table names, for an action. */
interface ActionBundles<A extends Action> {
  PreWrite: a.PreWrite<A>;
  PostWrite: a.PostWrite<A>;
  Write: a.Write<A>;
  CustomActionFields: a.CustomActionFields<A>;
  PreCustomActionFields: a.PreCustomActionFields<A>;
  PostCustomActionFields: a.PostCustomActionFields<A>;
  CustomActionResultFields: a.CustomActionResultFields<A>;
  PreCustomActionResultFields: a.PreCustomActionResultFields<A>;
  PostCustomActionResultFields: a.PostCustomActionResultFields<A>;
}

/** The bundles that the table names, for a search. */
interface SearchBundles<S extends Search> {
  PreSearch: a.PreSearch<S>;
  PostSearch: a.PostSearch<S>;
  FullSearch: a.FullSearch<S>;
  CustomSearchFields: a.CustomSearchFields<S>;
  PreCustomSearchFields: a.PreCustomSearchFields<S>;
  PostCustomSearchFields: a.PostCustomSearchFields<S>;
  CustomSearchResultFields: a.CustomSearchResultFields<S>;
  PreCustomSearchResultFields: a.PreCustomSearchResultFields<S>;
  PostCustomSearchResultFields: a.PostCustomSearchResultFields<S>;
  PreReadResource: a.PreReadResource<S>;
  PostReadResource: a.PostReadResource<S>;
  ReadResource: a.ReadResource<S>;
}

/** The bundles that the table names, for the app as a whole. */
interface AppBundles<Post extends (bundle: a.PostSubscribe) => unknown> {
  PreSubscribe: a.PreSubscribe;
  PostSubscribe: a.PostSubscribe;
  PreUnsubscribe: Structure<a.PreUnsubscribe<Post>>;
  PreOAuthV2Token: a.PreOAuthV2Token;
  PostOAuthV2Token: a.PostOAuthV2Token;
  PreOAuthV2Refresh: a.PreOAuthV2Refresh;
  GetSessionInfo: a.GetSessionInfo;
  GetConnectionLabel: a.GetConnectionLabel;
}

/** The results that the table names. */
interface ResultTypes {
  RequestResult: r.RequestResult;
  Results: r.Results;
  HookResults: r.HookResults;
  CustomFields: r.CustomFields;
  WriteRequestResult: r.WriteRequestResult;
  WriteResult: r.WriteResult;
  SearchResults: r.SearchResults;
  Resource: r.Resource;
  SubscribeData: r.SubscribeData;
  OAuthRequestResult: r.OAuthRequestResult;
  TokenResult: r.TokenResult;
  SessionInfo: r.SessionInfo;
  ConnectionLabel: r.ConnectionLabel;
}
