/*
 * The definitions in an integration's sources, and the types of the values of the fields that they declare.
 */
import type { Json } from "./bundles/shared.ts";
import type { Action as ActionDefinition, Search as SearchDefinition } from "./definitions/action.ts";
import type { App as AppDefinition } from "./definitions/app.ts";
import type { ActionField, Field as FieldDefinition } from "./definitions/field.ts";
import type { PollingTrigger, Trigger as TriggerDefinition } from "./definitions/trigger.ts";

/** The type that `as const` makes of a definition. */
type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

/** A definition without what the build adds. */
type Authored<T> = T extends unknown ? DeepReadonly<Omit<T, "key" | "methods">> : never;

/** The type of `app` in `app.ts`. */
export type App = DeepReadonly<AppDefinition>;

/** One field, as it is declared. */
export type Field = DeepReadonly<FieldDefinition>;

type PolledByDefault = Omit<PollingTrigger, "type"> & Partial<Pick<PollingTrigger, "type">>;

/** The type of `trigger` in `triggers/KEY.ts`. One without a type is polled. */
export type Trigger = Authored<Exclude<TriggerDefinition, PollingTrigger> | PolledByDefault>;

/** The type of `action` in `actions/KEY.ts`. */
export type Action = Authored<ActionDefinition>;

/** The type of `search` in `searches/KEY.ts`. */
export type Search = Authored<SearchDefinition>;

/**
 * The value of a field in scripting, by its type. `copy` is text for the user and has no value. Source of what cannot be read:
 * the CLI, invoke/input-types.js, of numbers and booleans; the archived documentation, "Type", of dates. The
 * legacy runtime left all of it as text.
 */
interface ValueOf {
  unicode: string;
  text: string;
  /** A whole number; 0 where the user gave none. */
  int: number;
  /** 0 where the user gave no number. */
  float: number;
  /** True for each text that does not say no. */
  bool: boolean;
  /** ISO 8601; the text as it is where no date can be read from it. */
  datetime: string;
  dict: { [key: string]: string };
  /** The address of the file, or its content. */
  file: string;
  password: string;
}

/** The choices of a static dropdown. */
type ChoiceOf<C> = C extends readonly string[] ? C[number] : `${Extract<keyof C, string | number>}`;

/** The same as a value of the field's type: `{ 1: "Low" }` of an `int` -> 1 */
type Coerced<Text, Type extends keyof ValueOf> = Text extends ValueOf[Type]
  ? Text
  : Text extends `${infer N extends number}`
    ? Extract<N, ValueOf[Type]>
    : ValueOf[Type];

type SingleValue<F extends Field> = F extends { readonly choices: infer C }
  ? Coerced<ChoiceOf<C>, Exclude<F["type"], "copy">>
  : ValueOf[Exclude<F["type"], "copy">];

type Value<F extends Field> = F extends { readonly list: true } ? SingleValue<F>[] : SingleValue<F>;

type WithValue<F extends Field> = F extends { readonly type: "copy" } ? never : F;

// Source: the archived documentation, "Default": it stands in for an optional field that is empty, in every run.
type AlwaysThere<F extends Field> = F extends { readonly required: true }
  ? F
  : F extends { readonly default: infer Preset extends string }
    ? Preset extends ""
      ? never
      : F
    : never;

/** The values of some fields. */
type ValuesOf<F extends Field> = {
  [G in AlwaysThere<F> as G["key"]]: Value<G>;
} & {
  [G in Exclude<F, AlwaysThere<F>> as G["key"]]?: Value<G>;
};

/** The values of declared fields: an optional field that the user left empty is not there, unless it has a default. */
export type FieldValues<Fields extends readonly Field[]> = Simplify<ValuesOf<WithValue<Fields[number]>>>;

/** The values that the user fills in when connecting an account. */
export type ConnectValues<Auth extends App["auth"]> = FieldValues<
  [Auth] extends [{ readonly fields: infer F extends readonly Field[] }] ? F : readonly []
>;

/** The part of an OAuth server's answer that the platform keeps. */
type Tokens<Auth> = [Auth] extends [{ readonly type: "oauth1" }]
  ? { oauth_token: string; oauth_token_secret: string }
  : [Auth] extends [{ readonly type: "oauth2" }]
    ? { access_token: string; refresh_token?: string }
    : [Auth] extends [{ readonly type: "oauth2_refresh" }]
      ? { access_token: string; refresh_token: string }
      : unknown;
type ExtraFields<Auth> = [Auth] extends [{ readonly extra_fields: readonly (infer Key extends string)[] }]
  ? { [K in Key]?: Json }
  : unknown;

/** The values of a connected account: those that the user filled in, and over them the session or the tokens. */
export type AccountValues<Auth extends App["auth"], Session = unknown> = Simplify<
  Omit<ConnectValues<Auth>, keyof Session> & Session & Tokens<Auth> & ExtraFields<Auth>
>;

type SentField = DeepReadonly<ActionField>;
// Source: runner, bundle.js, `bundleConverter`: lines are sent whole.
type Sent<F extends SentField> = F extends { readonly parent_key: string }
  ? F
  : F extends { readonly send_in_json: false }
    ? never
    : F;
type InLines<F extends SentField> = F extends { readonly parent_key: string } ? F : never;

/** The fields of one line, which has one value of each. */
type LineFields<F extends SentField, Parent> = F extends { readonly parent_key: Parent }
  ? Omit<F, "list">
  : never;

/** The lines of each parent key. */
type Lines<F extends SentField> = {
  [P in Extract<F["parent_key"], string>]?: Simplify<ValuesOf<LineFields<F, P>>>[];
};

/** `{ a__b: 1 }` -> `{ a: { b: 1 } }`. A parent is there when one of its children must be. */
type Unflattened<T> = Simplify<
  { [P in Outermost<RequiredKey<T>>]: Inside<T, P> } & { [P in Outermost<keyof T>]?: Inside<T, P> }
>;
type Inside<T, P extends string> = P extends keyof T
  ? T[P]
  : Unflattened<{ [K in keyof T as K extends `${P}__${infer Child}` ? Child : never]: T[K] }>;
type Outermost<K> = K extends `${infer Parent}__${string}` ? Parent : Extract<K, string>;
type RequiredKey<T> = keyof { [K in keyof T as object extends Pick<T, K> ? never : K]: 0 };

/** One object type, which editors and messages write out. */
export type Simplify<T> = T extends infer U ? { [K in keyof U]: U[K] } : never;

type ActionValues<F extends SentField> = ValuesOf<Exclude<F, InLines<F>>> & Lines<InLines<F>>;

/** The values that an action sends in JSON: not the fields kept out of the body, `a__b` as `{ a: { b: … } }`, line items as lists. */
export type SentValues<Fields extends readonly SentField[]> = Unflattened<
  ActionValues<Sent<WithValue<Fields[number]>>>
>;

// Source: runner, bundle.js: the fields of one parent key have become a list before scripting sees them.
/** All values of an action, under the keys that its fields were declared with; line items as lists. */
export type FullValues<Fields extends readonly SentField[]> = Simplify<
  ActionValues<WithValue<Fields[number]>>
>;

/** A value as the user wrote it. */
type RawValue<F extends Field> = F extends { readonly list: true }
  ? string[]
  : F extends { readonly type: "dict" }
    ? { [key: string]: string }
    : string;

type RawValuesOf<F extends Field> = { [G in F as G["key"]]?: RawValue<G> };
type RawLines<F extends SentField> = {
  [P in Extract<F["parent_key"], string>]?: Simplify<RawValuesOf<LineFields<F, P>>>[];
};
type AllRawValues<F extends SentField> = RawValuesOf<Exclude<F, InLines<F>>> & RawLines<InLines<F>>;

/** The values that the user has written so far, before variables were replaced and values coerced; line items as lists. */
export type RawValues<Fields extends readonly SentField[]> = Simplify<
  AllRawValues<WithValue<Fields[number]>>
>;

/** The same as the methods for an action's custom fields get it: `a__b` as `{ a: { b: … } }`. */
export type FormValues<Fields extends readonly SentField[]> = Unflattened<
  AllRawValues<WithValue<Fields[number]>>
>;

/** The types that a sample stands for: `{ id: 7, owner: null }` -> `{ id: number; owner: Json }` */
export type Sampled<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : T extends readonly (infer Entry)[]
        ? Sampled<Entry>[]
        : T extends object
          ? { -readonly [K in keyof T]: Sampled<T[K]> }
          : Json;
