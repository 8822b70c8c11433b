/*
 * The types that a test can give to the results of a run: the type of the step's file,
 * `sim.poll<typeof import("../scripting/triggers/new_ticket.ts")>(…)`, or the type of the results themselves.
 */
import type { Json } from "../../model/bundles/shared.ts";
import type { Sampled, Simplify } from "../../model/fields.ts";
import type { JsonObject } from "./run.ts";

/** An item of a trigger that is polled: what `poll` or `post_poll` returns or, where that says no more, what the sample has. */
export type PolledItem<Of> =
  Of extends TriggerFile<infer Sample>
    ? ResultOfMethod<Of extends { readonly poll: infer Poll } ? Poll : PropertyOf<Of, "post_poll">, Sample>
    : GivenOr<Of, Json>;

/** An item of a trigger's hooks: what `post_hook` or `catch_hook` returns or, where that says no more, what the sample has. */
export type HookItem<Of> =
  Of extends TriggerFile<infer Sample>
    ? ResultOfMethod<
        Of extends { readonly post_hook: infer Post } ? Post : PropertyOf<Of, "catch_hook">,
        Sample
      >
    : GivenOr<Of, Json>;

/** The result of an action: that of `write` or `post_write` or, where it says no more, the type of the sample. */
export type WriteResultOf<Of> =
  Of extends ActionFile<infer Sample>
    ? ResultOfMethod<
        Of extends { readonly write: infer Write } ? Write : PropertyOf<Of, "post_write">,
        Sample
      >
    : GivenOr<Of, JsonObject>;

/** A match of a search: what `full_search` or `post_search` returns or, where that says no more, what the sample has. */
export type SearchItem<Of> =
  Of extends SearchFile<infer Sample>
    ? ResultOfMethod<
        Of extends { readonly full_search: infer Full } ? Full : PropertyOf<Of, "post_search">,
        Sample
      >
    : GivenOr<Of, Json>;

/** The result of a search: that of reading the match or, where nothing is read, the match itself. */
export type SearchResultOf<Of> =
  Of extends SearchFile<infer Sample>
    ? Of extends { readonly read_resource: infer Read } | { readonly post_read_resource: infer Read }
      ? ResultOfMethod<Read, Sample>
      : SearchItem<Of>
    : GivenOr<Of, JsonObject>;

/** A value as JSON holds it: a date as a text, and no functions. */
export type AsJson<T> = 0 extends 1 & T
  ? Json
  : T extends string | number | boolean | null
    ? T
    : T extends { toJSON(): infer Written }
      ? AsJson<Written>
      : T extends readonly (infer ItemOf)[]
        ? AsJson<ItemOf>[]
        : T extends Unwritten
          ? never
          : T extends object
            ? Simplify<
                { [K in keyof T as undefined extends T[K] ? never : WrittenKey<T, K>]: AsJson<T[K]> } & {
                  [K in keyof T as undefined extends T[K] ? WrittenKey<T, K> : never]?: AsJson<T[K]>;
                }
              >
            : Json;

type TriggerFile<Sample> = { readonly trigger: { readonly sample?: Sample } };
type ActionFile<Sample> = { readonly action: { readonly sample?: Sample } };
type SearchFile<Sample> = { readonly search: { readonly sample?: Sample } };

/** The type that the test gives; without one, what is true of any. */
type GivenOr<Of, Any> = unknown extends Of ? Any : Of;

type PropertyOf<File, Name extends string> = File extends { readonly [N in Name]: infer Value }
  ? Value
  : never;

/** The result of a method, as JSON. `Results` and the like say no more than that there are objects: then the sample does. */
type ResultOfMethod<Method, Sample> =
  Entry<ReturnedBy<Method>> extends infer R
    ? [R] extends [never]
      ? Sampled<Sample>
      : string extends keyof R
        ? Sampled<Sample>
        : AsJson<R>
    : never;

/** The value that a method returns or calls back with. */
type ReturnedBy<Method> = Method extends (bundle: never) => infer R
  ? Awaited<R>
  : Method extends (bundle: never, callback: infer Callback) => unknown
    ? Callback extends (error: never, result?: infer R) => void
      ? R
      : never
    : never;

type Entry<T> = T extends readonly (infer E)[] ? E : T;

// JSON leaves them out.
// biome-ignore lint/complexity/noBannedTypes: any function
type Unwritten = Function | symbol | undefined;
type WrittenKey<T, K extends keyof T> = T[K] extends Unwritten ? never : K;
