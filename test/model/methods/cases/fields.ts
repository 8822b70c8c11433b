/** How the values of fields are typed by what is declared of them. */
import type { Action, Field, FieldValues, Search, Trigger } from "zapc";
import type { FormValues, FullValues, RawValues, Sampled, SentValues } from "../../../../src/model/fields.ts";
import type { Json } from "../../../../src/model/bundles/shared.ts";
import { is } from "./exactly.ts";

type ActionFields = Action["fields"];
const typed = <const F extends readonly Field[]>(_fields: F) => ({}) as FieldValues<F>;
const raw = <const F extends ActionFields>(_fields: F) => ({}) as RawValues<F>;
const form = <const F extends ActionFields>(_fields: F) => ({}) as FormValues<F>;
const sent = <const F extends ActionFields>(_fields: F) => ({}) as SentValues<F>;
const full = <const F extends ActionFields>(_fields: F) => ({}) as FullValues<F>;
const label = "Label";
const required = true;
const list = true;

export const types = () => {
  is<{
    unicode: string;
    text: string;
    int: number;
    float: number;
    bool: boolean;
    datetime: string;
    dict: { [key: string]: string };
    file: string;
    password: string;
  }>()(
    typed([
      { key: "unicode", label, required, type: "unicode" },
      { key: "text", label, required, type: "text" },
      { key: "int", label, required, type: "int" },
      { key: "float", label, required, type: "float" },
      { key: "bool", label, required, type: "bool" },
      { key: "datetime", label, required, type: "datetime" },
      { key: "dict", label, required, type: "dict" },
      { key: "file", label, required, type: "file" },
      { key: "password", label, required, type: "password" },
      { key: "copy", label, required, type: "copy" },
    ]),
  );
  is<{}>()(typed([]));
  is<{}>()(typed([{ key: "copy", label, type: "copy" }]));
  // @ts-expect-error copy has no value
  typed([{ key: "copy", label, type: "copy", required }]).copy;
  // @ts-expect-error no such type
  typed([{ key: "when", label, type: "date" }]);
};

export const presence = () => {
  is<{ must: string; may?: string; need_not?: string; preset: string }>()(
    typed([
      { key: "must", label, type: "unicode", required: true },
      { key: "may", label, type: "unicode" },
      { key: "need_not", label, type: "unicode", required: false },
      { key: "preset", label, type: "unicode", default: "x" },
    ]),
  );
  is<{ limit: number }>()(typed([{ key: "limit", label, type: "int", default: "10" }]));
  is<{ limit?: number }>()(typed([{ key: "limit", label, type: "int", default: "" }]));
  // @ts-expect-error it may be left empty
  typed([{ key: "may", label, type: "unicode" }]).may.length;
  // @ts-expect-error another key
  typed([{ key: "may", label, type: "unicode" }]).might;
};

export const lists = () => {
  is<{ names: string[]; counts?: number[]; flags?: boolean[] }>()(
    typed([
      { key: "names", label, type: "unicode", list, required },
      { key: "counts", label, type: "int", list },
      { key: "flags", label, type: "bool", list: true },
      { key: "note", label, type: "copy", list },
    ]),
  );
  is<{ name?: string }>()(typed([{ key: "name", label, type: "unicode", list: false }]));
  // @ts-expect-error each entry is a number
  typed([{ key: "counts", label, type: "int", list, required }]).counts.join("").length.concat;
};

export const choices = () => {
  is<{ colour: "red" | "blue" }>()(typed([{ key: "colour", label, required, type: "unicode", choices: ["red", "blue"] }]));
  is<{ colour?: "r" | "b" }>()(typed([{ key: "colour", label, type: "unicode", choices: { r: "Red", b: "Blue" } }]));
  is<{ colours?: ("r" | "b")[] }>()(typed([{ key: "colours", label, type: "text", list, choices: { r: "Red", b: "Blue" } }]));
  // What is coerced are the values of the choices, too.
  is<{ level: 0 | 1 }>()(typed([{ key: "level", label, required, type: "int", choices: { 0: "Low", 1: "High" } }]));
  is<{ level: 1 | 10 }>()(typed([{ key: "level", label, required, type: "int", choices: ["1", "10"] }]));
  is<{ rate: 0.5 | 1.5 }>()(typed([{ key: "rate", label, required, type: "float", choices: ["0.5", "1.5"] }]));
  is<{ rates: (0.5 | 2)[] }>()(typed([{ key: "rates", label, required, type: "float", list, choices: ["0.5", "2"] }]));
  is<{ done: boolean }>()(typed([{ key: "done", label, required, type: "bool", choices: ["yes", "no"] }]));
  is<{ level: "1" | "2" }>()(typed([{ key: "level", label, required, type: "unicode", choices: { 1: "Low", 2: "High" } }]));
  // @ts-expect-error not offered
  typed([{ key: "colour", label, required, type: "unicode", choices: ["red", "blue"] }]).colour === "green";
  // @ts-expect-error the label is for the user
  typed([{ key: "colour", label, required, type: "unicode", choices: { r: "Red" } }]).colour === "Red";
};

export const rawValues = () => {
  is<{ must?: string; count?: string; tags?: string[]; extra?: { [key: string]: string }; pick?: string }>()(
    raw([
      { key: "must", label, required, type: "unicode" },
      { key: "count", label, type: "int" },
      { key: "tags", label, type: "int", list },
      { key: "extra", label, type: "dict" },
      { key: "pick", label, type: "unicode", choices: ["a"] },
      { key: "note", label, type: "copy" },
    ]),
  );
};

export const rawLines = () => {
  is<{ name?: string; lines?: { sku?: string; count?: string }[] }>()(
    raw([
      { key: "name", label, type: "unicode", required },
      { key: "sku", label, type: "unicode", parent_key: "lines", required },
      { key: "count", label, type: "int", parent_key: "lines", list },
    ]),
  );
  is<{ owner?: { age?: string }; lines?: { sku?: string }[] }>()(
    form([
      { key: "owner__age", label, type: "int", required },
      { key: "sku", label, type: "unicode", parent_key: "lines" },
    ]),
  );
  // @ts-expect-error it stands in a line
  raw([{ key: "sku", label, type: "unicode", parent_key: "lines" }]).sku;
  // @ts-expect-error it has become an object
  form([{ key: "owner__age", label, type: "int" }]).owner__age;
};

export const lines = () => {
  is<{ lines?: { count: number; tag?: string }[] }>()(
    full([
      { key: "count", label, type: "int", parent_key: "lines", default: "1" },
      // A line has one value of each field.
      { key: "tag", label, type: "unicode", parent_key: "lines", list },
    ]),
  );
};

export const actions = () => {
  is<{ a: { b: string; c?: { d?: number } }; e?: boolean }>()(
    sent([
      { key: "a__b", label, type: "unicode", required },
      { key: "a__c__d", label, type: "int" },
      { key: "e", label, type: "bool" },
    ]),
  );
  is<{ a: { first?: string; last: string } }>()(
    sent([
      { key: "a__first", label, type: "unicode" },
      { key: "a__last", label, type: "unicode", required },
    ]),
  );
  is<{ a?: { b?: string } }>()(sent([{ key: "a__b", label, type: "unicode" }]));
  is<{ a: { b: { c: { d: { e: { f: string } } } } } }>()(
    sent([{ key: "a__b__c__d__e__f", label, type: "unicode", required }]),
  );
  is<{ a_b?: string }>()(sent([{ key: "a_b", label, type: "unicode", send_in_json: true }]));
  is<{}>()(sent([{ key: "a", label, type: "unicode", required, send_in_json: false }]));
  is<{ a?: ("x" | "y")[] }>()(sent([{ key: "a", label, type: "unicode", list, choices: ["x", "y"] }]));
  is<{ id: number; lines?: { sku: string; count?: number; secret?: string }[]; notes?: { text?: string }[] }>()(
    sent([
      { key: "id", label, type: "int", required },
      { key: "sku", label, type: "unicode", parent_key: "lines", required },
      { key: "count", label, type: "int", parent_key: "lines" },
      { key: "hint", label, type: "copy", parent_key: "lines" },
      // The runner keeps whole fields out of the body only.
      { key: "secret", label, type: "unicode", parent_key: "lines", send_in_json: false },
      { key: "text", label, type: "text", parent_key: "notes" },
    ]),
  );
  is<{ a__b?: string; kept_out?: boolean; lines?: { sku?: string }[] }>()(
    full([
      { key: "a__b", label, type: "unicode" },
      { key: "kept_out", label, type: "bool", send_in_json: false },
      { key: "sku", label, type: "unicode", parent_key: "lines" },
      { key: "note", label, type: "copy" },
    ]),
  );
  // @ts-expect-error it has become an object
  sent([{ key: "a__b", label, type: "unicode", required }]).a__b;
  // @ts-expect-error kept out of the body
  sent([{ key: "a", label, type: "unicode", send_in_json: false }]).a;
  // @ts-expect-error the user may have given no lines
  sent([{ key: "sku", label, type: "unicode", parent_key: "lines", required }]).lines.length;
};

export const samples = () => {
  const sampled = <const T>(_sample: T) => ({}) as Sampled<T>;
  is<{ id: number; name: string; done: boolean; owner: { name: string }; tags: string[]; closed: Json }>()(
    sampled({ id: 7, name: "x", done: false, owner: { name: "Ann" }, tags: ["a", "b"], closed: null }),
  );
};

const step = { label, noun: "Thing", help_text: "Does a thing.", url: "https://example.com" } as const;

export const declarations = () => {
  ({ ...step, fields: [], sample: { id: 1 } }) satisfies Trigger;
  ({ ...step, type: "rest_hook", event: "opened", fields: [], sample: { id: "a" } }) satisfies Trigger;
  ({ ...step, fields: [{ key: "ab", label, type: "unicode", searchfill: "find.id" }], sample: {} }) satisfies Action;
  ({ ...step, fields: [{ key: "ab", label, type: "unicode", prefill: "all.id.name" }], sample: {} }) satisfies Search;
  ({ label, fields: [] }) satisfies Trigger;
  ({ label, fields: [] }) satisfies Action;
  ({ label, fields: [] }) satisfies Search;
  // @ts-expect-error of actions only
  ({ ...step, fields: [{ key: "ab", label, type: "unicode", parent_key: "lines" }], sample: {} }) satisfies Search;
  // @ts-expect-error the name of the file is the key
  ({ key: "opened", label, noun: "x", help_text: "x", url: "https://x", fields: [], sample: { id: 1 } }) satisfies Trigger;
  // @ts-expect-error an event is needed
  ({ ...step, type: "rest_hook", fields: [], sample: { id: 1 } }) satisfies Trigger;
};
