import { closest } from "fastest-levenshtein";
import type { Meta } from "../model/bundles/shared.ts";
import { Failure } from "../model/failure.ts";
import type { FieldValues } from "./fields/field-values.ts";
import type { HttpHandler } from "./network/by-handler.ts";
import type { RecordOptions } from "./recording/options.ts";
import { type Runtime, runtimes } from "./runtime.ts";

/** What `simulate` is given. */
export interface SimulateOptions {
  /** The path of the compiled zap.js. */
  readonly script: string;
  /** The path of metadata.json. */
  readonly metadata: string;
  /** What the user typed when connecting the account. With OAuth also tokens that are known already. */
  readonly auth_fields?: FieldValues;
  /** With OAuth: the app's identifier at the API; with OAuth1 the consumer's key. */
  readonly client_id?: string;
  /** With OAuth: the app's secret at the API; with OAuth1 the consumer's secret. */
  readonly client_secret?: string;
  /** Answers requests in place of the network. What it throws plays a failed connection. */
  readonly http?: HttpHandler;
  /** An origin such as `http://127.0.0.1:1234` to which every request is really sent, its path and query kept. */
  readonly url_base?: string;
  /** Milliseconds that one call of a method, or one request of the platform, may take. Default: the platform's 30 s. */
  readonly time_limit?: number;
  /** When the runs happen, for the script's clock: see `Simulator.at`. Default: the time that it is. */
  readonly now?: Time;
  /**
   * A file into which every request and its answer are written, what is secret taken out: a path, or a path and what is secret
   * besides the account. The script's clock stands still meanwhile.
   */
  readonly record?: string | RecordOptions;
  /** The path of such a file: it answers in place of the network, and the script's clock shows the time of the recording. */
  readonly replay?: string;
  /** Which engine runs the script. Default: `converted`, which runs such scripts today. */
  readonly runtime?: Runtime;
}

/** A time: a Date, or a text with its time zone such as `2026-03-01T09:00:00Z`. */
export type Time = Date | string;

// With a zone: without one it would be another time on another machine.
const timeText = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** What is wrong with a value, undefined when nothing is. */
type Check = (value: unknown) => string | undefined;

const isPath: Check = (value) => (typeof value === "string" && value !== "" ? undefined : "must be a path");
const isText: Check = (value) => (typeof value === "string" ? undefined : "must be a text");
const isObject: Check = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? undefined : "must be an object";
const isList: Check = (value) => (Array.isArray(value) ? undefined : "must be a list");
const isFlag: Check = (value) => (typeof value === "boolean" ? undefined : "must be true or false");
const isNumber: Check = (value) => (Number.isInteger(value) ? undefined : "must be a whole number");

function isTime(value: unknown): string | undefined {
  const isWritten = value instanceof Date || (typeof value === "string" && timeText.test(value));
  if (isWritten && !Number.isNaN(new Date(value).getTime())) return undefined;
  return "must be a Date or a time such as 2026-03-01T09:00:00Z";
}

function isRecordOptions(value: unknown): value is RecordOptions {
  if (isObject(value)) return isPath(value) === undefined;
  const { file, headers = [], patterns = [], ...others } = value as { readonly [name: string]: unknown };
  const isListOf = (list: unknown, is: (entry: unknown) => boolean) => Array.isArray(list) && list.every(is);
  return (
    isPath(file) === undefined &&
    isListOf(headers, (name) => typeof name === "string") &&
    isListOf(patterns, (pattern) => pattern instanceof RegExp) &&
    Object.keys(others).length === 0
  );
}

const simulateChecks: { readonly [name in keyof SimulateOptions]-?: Check } = {
  script: isPath,
  metadata: isPath,
  auth_fields: isObject,
  client_id: isText,
  client_secret: isText,
  http: (value) => (typeof value === "function" ? undefined : "must be a function (request) => Response"),
  url_base: (value) => {
    if (!URL.canParse(String(value)) || !/^https?:/i.test(String(value)))
      return "must be an address such as http://127.0.0.1:1234";
    const { href, origin } = new URL(String(value));
    return href === `${origin}/`
      ? undefined
      : `must be an origin such as ${origin}: each request keeps its own path`;
  },
  time_limit: (value) =>
    typeof value === "number" && value > 0 ? undefined : "must be a number of milliseconds",
  now: isTime,
  record: (value) =>
    isRecordOptions(value) ? undefined : 'must be a path, or { file: "…", headers: ["…"], patterns: [/…/] }',
  replay: isPath,
  runtime: (value) =>
    runtimes.some((runtime) => runtime === value) ? undefined : `must be one of ${runtimes.join(", ")}`,
};

const runChecks = { meta: isObject, zap: isObject };

/** What each call of the simulator may be given. */
const optionChecks = {
  poll: { ...runChecks, trigger_fields: isObject },
  turnOn: { ...runChecks, trigger_fields: isObject, target_url: isText },
  authorizeUrl: { redirect_uri: isText, state: isText },
  connect: {
    code: isText,
    state: isText,
    oauth_token: isText,
    oauth_verifier: isText,
    error: isText,
    error_description: isText,
  },
  write: { ...runChecks, action_fields: isObject, custom_fields: isList },
  search: { ...runChecks, search_fields: isObject, custom_fields: isList, create: isObject },
  dropdown: { ...runChecks, fields: isObject, page: isNumber },
  customFields: { ...runChecks, fields: isObject, result: isFlag },
  hydrate: runChecks,
  hook: { method: isText, headers: isObject, querystring: isText, body: () => undefined },
} satisfies { readonly [call: string]: { readonly [option: string]: Check } };

const metaChecks: { readonly [name in keyof Meta]-?: Check } = {
  frontend: isFlag,
  prefill: isFlag,
  filter: () => undefined,
  hydrate: isFlag,
  limit: isNumber,
  test_poll: isFlag,
  standard_poll: isFlag,
  first_poll: isFlag,
  page: isNumber,
};

/** What says who answers requests. */
const answerers = ["replay", "http", "url_base", "record"] as const;

const required: readonly string[] = ["script", "metadata"];

/** What is wrong with the value of an option of `simulate`, undefined when nothing is: `must be a path`. */
export function problemWith(option: keyof SimulateOptions, value: unknown): string | undefined {
  return simulateChecks[option](value);
}

/** Throws a Failure when `simulate` is given something it cannot use. */
export function checkSimulateOptions(options: SimulateOptions): void {
  checkIsObject("simulate", options);
  const missing = required.find((name) => options[name as keyof SimulateOptions] === undefined);
  if (missing) throw new Failure(`Failed to simulate: the option ${missing} is missing.`);
  check("simulate", options, simulateChecks);
  const answering = answerers.filter((name) => options[name] !== undefined);
  if (options.replay !== undefined && answering.length > 1) {
    throw new Failure(
      `Failed to simulate: there are ${answering.join(" and ")}, and a replay answers alone.`,
    );
  }
}

/** Throws a Failure when it is no time. */
export function readTime(task: string, time: Time): Date {
  const problem = isTime(time);
  if (problem) throw new Failure(`Failed to ${task}: it is ${shown(time)}, and ${problem}.`);
  return new Date(time);
}

/** Throws a Failure when a call of the simulator is given something it cannot use. */
export function checkOptions(task: string, options: object, call: keyof typeof optionChecks): void {
  checkIsObject(task, options);
  check(task, options, optionChecks[call]);
  if ("meta" in options) check(task, options.meta ?? {}, metaChecks);
}

function checkIsObject(task: string, options: unknown): void {
  const problem = isObject(options);
  if (problem) throw new Failure(`Failed to ${task}: the options are ${shown(options)}, and ${problem}.`);
}

function check(task: string, options: object, checks: { readonly [name: string]: Check }): void {
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(checks, name)) {
      const names = Object.keys(checks);
      const hint = `Did you mean ${closest(name, names)}? There are: ${names.join(", ")}.`;
      throw new Failure(`Failed to ${task}: there is no option ${name}.`, { hint });
    }
    const problem = value === undefined ? undefined : checks[name]?.(value);
    if (problem)
      throw new Failure(`Failed to ${task}: the option ${name} is ${shown(value)}, and ${problem}.`);
  }
}

function shown(value: unknown): string {
  return typeof value === "function" ? "a function" : (JSON.stringify(value) ?? String(value));
}
