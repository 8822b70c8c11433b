import { type Client, fromEnvironment } from "../authentication/client.ts";
import { isPlainObject } from "../json.ts";
import { RunFailed } from "../run/run-failed.ts";
import type { DraftRequest } from "./prepared-request.ts";

/** Gives a variable's value: undefined or null when there is none, and the `{{variable}}` then stays as it is. */
export type Lookup = (name: string) => unknown;

/** The data from which the platform renders a request, in the names of the converted runtime. */
export interface VariableSources {
  readonly authData: object;
  /** The values that the user filled in for the step. */
  readonly inputData: object;
  /** The API's answer to the subscription of a hook. */
  readonly subscribeData?: object;
  readonly targetUrl?: string;
  readonly meta?: object;
}

/**
 * The values of `{{variables}}` before scripting runs: auth fields win over subscribe data, which wins over the step's fields.
 * `{{bundle.authData.x}}` and the like name one of them. Source: runner, index.js, `createCurliesBank`.
 */
export function variablesOf(known: VariableSources): Lookup {
  const { inputData, subscribeData, authData } = known;
  const bank = flatten({ bundle: known, ...inputData, ...subscribeData, ...authData });
  return (name) => bank.get(name);
}

const environment = "process.env.";

/**
 * The values of `{{variables}}` in a request that a `pre_` method has returned: only those that begin with `bundle.`, and the app's
 * credentials; a bare `{{key}}` stays. Source: zapier-platform-core, tools/cleaner.js, `createBundleBank`.
 */
export function qualifiedVariablesOf(known: VariableSources, client: Client): Lookup {
  const bank = flatten({ bundle: { targetUrl: "", ...known } });
  // Only here, and only in input data, an object has a value: the text that JavaScript makes of it.
  for (const [key, value] of Object.entries(known.inputData))
    if (isPlainObject(value)) bank.set(`bundle.inputData.${key}`, "[object Object]");
  return (name) =>
    name.startsWith(environment) ? fromEnvironment(name.slice(environment.length), client) : bank.get(name);
}

/**
 * Throws where a request has a variable that only a request of the app's own may have. Source: zapier-platform-core,
 * http-middlewares/before/prepare-request.js, `throwForCurlies`.
 */
export function refuseVariables({ url, headers, params, body }: DraftRequest): void {
  refuseIn({ url, headers, params, body }, []);
}

function refuseIn(value: unknown, path: readonly string[]): void {
  if (typeof value === "string" && /{{\s*(bundle|process)\.[^}]*}}/.test(value)) {
    const message = `${noVariables} Value in violation: "${value}" in attribute "${path.join(".")}".`;
    throw new RunFailed({ name: "Error", message });
  }
  if (!Array.isArray(value) && !isPlainObject(value)) return;
  for (const [key, entry] of Object.entries(value)) refuseIn(entry, [...path, key]);
}

const noVariables = [
  "z.request() no longer supports {{bundle.*}} or {{process.*}} as of v17 unless it's used in a shorthand request",
  'defined by the integration. Zapier Customers: Remove "{{curly braces}}" from your request.',
  "Developers: Use JavaScript template literals instead.",
].join(" ");

/** Renders every string in a value. A string that is nothing but a variable takes on its type. */
export function render<T>(value: T, lookup: Lookup): T {
  if (typeof value === "string") return renderText(value, lookup) as T;
  if (Array.isArray(value)) return value.map((entry) => render(entry, lookup)) as T;
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, render(entry, lookup)])) as T;
}

function renderText(text: string, lookup: Lookup): unknown {
  const rendered = partsOf(text).map(({ text: part, name }) =>
    name === undefined ? part : (lookup(name) ?? part),
  );
  return rendered.length === 1 ? rendered[0] : rendered.join("");
}

/**
 * A text's variables, and the texts between them. A variable is a name between the nearest braces; blanks are part of it, so
 * `{{ key }}` is not `{{key}}`. Not by a regular expression: for each `{{` without an end it would go through all the rest.
 */
function partsOf(text: string): { readonly text: string; readonly name?: string }[] {
  const parts: { text: string; name?: string }[] = [];
  let end = 0;
  for (let start = text.indexOf("{{"); start >= 0; start = text.indexOf("{{", end)) {
    const close = text.indexOf("}}", start + 2);
    if (close < 0) break;
    if (start > end) parts.push({ text: text.slice(end, start) });
    end = close + 2;
    parts.push({ text: text.slice(start, end), name: text.slice(start + 2, close) });
  }
  return end < text.length || parts.length === 0 ? [...parts, { text: text.slice(end) }] : parts;
}

/** `{a: {b: true}}` -> `a.b: "True"` */
export function flatten(data: object, prefix = ""): Map<string, unknown> {
  const flat = new Map<string, unknown>();
  for (const [key, value] of Object.entries(data)) {
    if (isPlainObject(value))
      for (const [name, leaf] of flatten(value, `${prefix}${key}.`)) flat.set(name, leaf);
    else flat.set(`${prefix}${key}`, asText(value));
  }
  return flat;
}

// Source: docs/platform.md, "A request from start to end", 2.
function asText(value: unknown): unknown {
  if (typeof value === "boolean") return value ? "True" : "False";
  return Array.isArray(value) ? value.join(",") : value;
}
