import type * as definition from "./definitions.ts";

/** What `as const` makes of a definition. */
type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;

/** What `app.ts` exports as `app`. */
export type App = DeepReadonly<definition.App>;

/** One field, as a trigger or the authentication declares it. */
export type Field = DeepReadonly<definition.Field>;

/** What `triggers/KEY.ts` exports as `trigger`; the build adds the key and the methods. A trigger without a type is polled. */
export type Trigger = DeepReadonly<
  Omit<definition.Trigger, "key" | "type" | "methods"> & Partial<Pick<definition.Trigger, "type">>
>;

/** What scripting sees of a field, by its type. `copy` is text for the user and has no value. */
interface ValueOf {
  unicode: string;
  text: string;
  /** A whole number. */
  int: number;
  float: number;
  bool: boolean;
  /** ISO 8601. */
  datetime: string;
  dict: { [key: string]: string };
  /** The address of the file, or its content. */
  file: string;
  password: string;
}

type Choices<F extends Field> = F extends { readonly choices: infer C }
  ? C extends readonly string[]
    ? C[number]
    : Extract<keyof C, string>
  : ValueOf[Exclude<F["type"], "copy">];

type Value<F extends Field> = F extends { readonly list: true } ? Choices<F>[] : Choices<F>;

type WithValue<F extends Field> = F extends { readonly type: "copy" } ? never : F;
type Required<F extends Field> = F extends { readonly required: true } ? F : never;

/** The values of declared fields: an optional field that the user left empty is not there. */
export type FieldValues<Fields extends readonly Field[]> = {
  [F in Required<WithValue<Fields[number]>> as F["key"]]: Value<F>;
} & {
  [F in Exclude<WithValue<Fields[number]>, Required<Fields[number]>> as F["key"]]?: Value<F>;
};
