import type { GivenMetadata } from "../inference/given-metadata.ts";
import type { Meta } from "../model/bundles/shared.ts";
import { Failure } from "../model/failure.ts";
import {
  checkOptions as checkEach,
  isFlag,
  isList,
  isNumber,
  isObject,
  isPath,
  isText,
  type OptionCheck,
  type OptionChecks,
  shownOption,
} from "../model/option-checks.ts";
import { validate } from "../model/validate.ts";
import type { FieldValues } from "./fields/field-values.ts";
import { isJson, isKeyed } from "./json.ts";
import type { HttpHandler } from "./network/by-handler.ts";
import type { RecordOptions } from "./recording/options.ts";
import { type Runtime, runtimes } from "./runtime.ts";

/** The options of `simulate`. */
export interface SimulateOptions {
  /** The path of zap.js or of any other script; or the script itself. */
  readonly script: string;
  /**
   * The path of metadata.json, or of the directory with the Web Builder's files; or what either holds. Missing parts are inferred
   * from the script, all of them where this is left out: see `Simulator.inferred`.
   */
  readonly metadata?: GivenMetadata;
  /** The values that the user typed when connecting the account. With OAuth also tokens that are known already. */
  readonly auth_fields?: FieldValues;
  /** With OAuth: the app's identifier at the API; with OAuth1 the consumer's key. */
  readonly client_id?: string;
  /** With OAuth: the app's secret at the API; with OAuth1 the consumer's secret. */
  readonly client_secret?: string;
  /** Answers requests in place of the network. An exception plays a failed connection. */
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
  /** The engine that runs the script. Default: `converted`, which runs such scripts today. */
  readonly runtime?: Runtime;
  /** Lists the stages of each run, in `run.stages`. Default: false, since they hold each bundle. */
  readonly stages?: boolean;
}

/** A time: a Date, or a text with its time zone such as `2026-03-01T09:00:00Z`. */
export type Time = Date | string;

// A time needs a zone: without one it would be another time on another machine.
const timeText = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

function isTime(value: unknown): string | undefined {
  const isWritten = value instanceof Date || (typeof value === "string" && timeText.test(value));
  if (isWritten && !Number.isNaN(new Date(value).getTime())) return undefined;
  return "must be a Date or a time such as 2026-03-01T09:00:00Z";
}

function isRecordOptions(value: unknown): value is RecordOptions {
  if (isObject(value)) return isPath(value) === undefined;
  const {
    file,
    headers = [],
    patterns = [],
    force = false,
    ...others
  } = value as { readonly [name: string]: unknown };
  const isListOf = (list: unknown, is: (entry: unknown) => boolean) => Array.isArray(list) && list.every(is);
  return (
    isPath(file) === undefined &&
    isFlag(force) === undefined &&
    isListOf(headers, (name) => typeof name === "string") &&
    isListOf(patterns, (pattern) => pattern instanceof RegExp) &&
    Object.keys(others).length === 0
  );
}

const simulateChecks: OptionChecks<SimulateOptions> = {
  script: (value) => (isPath(value) === undefined ? undefined : "must be a path, or the text of a script"),
  metadata: (value) =>
    (isKeyed(value) && isJson(value)) || isPath(value) === undefined
      ? undefined
      : "must be a path or an object of JSON",
  auth_fields: (value) => isValues(value),
  client_id: isText,
  client_secret: isText,
  http: (value) => (typeof value === "function" ? undefined : "must be a function (request) => Response"),
  url_base: (value) => {
    if (typeof value !== "string" || !URL.canParse(value) || !/^https?:/i.test(value))
      return "must be an address such as http://127.0.0.1:1234";
    const { href, origin } = new URL(value);
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
  stages: isFlag,
};

/** Its own keys are checked where fields are read. */
const isValues: OptionCheck = (value) =>
  isKeyed(value) ? undefined : "must be an object from keys to values";

const isHeaders: OptionCheck = (value) =>
  isKeyed(value) && Object.values(value).every((text) => typeof text === "string")
    ? undefined
    : "must be an object from names to texts";

const isInJson: OptionCheck = (value) => (isJson(value) ? undefined : "must be what JSON can hold");

const isPage: OptionCheck = (value) =>
  Number.isInteger(value) && (value as number) >= 0 ? undefined : "must be a whole number, from 0";

const isZap: OptionCheck = (value) => {
  if (!isJson(value)) return isInJson(value);
  const [error] = validate("zap-info", value, "the zap");
  return error && `must be what the platform hands over: ${error.message.replace(/\.$/, "")}`;
};

const isFieldList: OptionCheck = (value) =>
  Array.isArray(value) &&
  value.every((field) => isKeyed(field) && typeof field.key === "string" && isJson(field))
    ? undefined
    : "must be a list of fields, as sim.customFields finds them";

const runChecks = { meta: isObject, zap: isZap, edits: isList };
const filledIn = { action_fields: isValues, custom_fields: isFieldList };

/** The checks of the options of each call of the simulator. */
const optionChecks = {
  poll: { ...runChecks, trigger_fields: isValues },
  turnOn: { ...runChecks, trigger_fields: isValues, target_url: isText },
  authorizeUrl: { redirect_uri: isText, state: isText },
  connect: {
    code: isText,
    state: isText,
    oauth_token: isText,
    oauth_verifier: isText,
    error: isText,
    error_description: isText,
  },
  write: { ...runChecks, ...filledIn },
  create: filledIn,
  search: { ...runChecks, search_fields: isValues, custom_fields: isFieldList, create: isObject },
  dropdown: { ...runChecks, fields: isValues, page: isPage },
  customFields: { ...runChecks, fields: isValues, result: isFlag },
  hydrate: runChecks,
  edited: { edits: isList },
  hook: { method: isText, headers: isHeaders, querystring: isText, body: isInJson },
} satisfies { readonly [call: string]: OptionChecks };

const isStatus: OptionCheck = (value) =>
  Number.isInteger(value) && (value as number) >= 200 && (value as number) <= 599
    ? undefined
    : "must be a status from 200 to 599";

const isTextOrNull: OptionCheck = (value) => (value === null ? undefined : isText(value));

/** The members of an edit, and those of its request and its response. */
const editChecks = {
  edit: {
    stage: isPage,
    answer: isPage,
    bundle: (value) => isObject(value) ?? isInJson(value),
    result: isInJson,
    request: isObject,
    response: isObject,
  },
  request: { method: isText, url: isText, headers: isHeaders, body: isTextOrNull },
  response: { status: isStatus, headers: isHeaders, body: isText },
} satisfies { readonly [part: string]: OptionChecks };

/** The members that an edit has together. */
const editForms = ["bundle stage", "result stage", "request stage", "answer response"];

function checkEdit(task: string, edit: unknown): void {
  const named = `${task}: edit`;
  checkEach(named, edit as object, editChecks.edit);
  const { request, response, ...others } = edit as { readonly request?: object; readonly response?: object };
  if (request) checkEach(`${named}: request`, request, editChecks.request);
  if (response) checkEach(`${named}: response`, response, editChecks.response);
  const members = Object.keys({ ...others, ...(request && { request }), ...(response && { response }) });
  if (editForms.includes(members.sort().join(" "))) return;
  throw new Failure(`Failed to ${named}: it has ${members.join(", ") || "no members"}.`, {
    hint: "An edit is { stage, bundle }, { stage, result }, { stage, request } or { answer, response }.",
  });
}

const metaChecks: OptionChecks<Meta> = {
  frontend: isFlag,
  prefill: isFlag,
  filter: isInJson,
  hydrate: isFlag,
  limit: isNumber,
  test_poll: isFlag,
  standard_poll: isFlag,
  first_poll: isFlag,
  page: isPage,
};

/** The options that name the answerer of requests. */
const answerers = ["replay", "http", "url_base", "record"] as const;

/** Says why the value of an option of `simulate` is wrong, undefined when it is right: `must be a path`. */
export function problemWith(option: keyof SimulateOptions, value: unknown): string | undefined {
  return simulateChecks[option](value);
}

/** Throws a Failure when `simulate` is given something it cannot use. */
export function checkSimulateOptions(options: SimulateOptions): void {
  checkEach("simulate", options, simulateChecks);
  if (options.script === undefined) throw new Failure("Failed to simulate: the option script is missing.");
  const answering = answerers.filter((name) => options[name] !== undefined);
  if (options.replay !== undefined && answering.length > 1) {
    throw new Failure(
      `Failed to simulate: there are ${answering.join(" and ")}, and a replay answers alone.`,
    );
  }
}

/** Throws a Failure when it is not a time. */
export function readTime(task: string, time: Time): Date {
  const problem = isTime(time);
  if (problem) throw new Failure(`Failed to ${task}: it is ${shownOption(time)}, and ${problem}.`);
  return new Date(time);
}

/** Throws a Failure when a call of the simulator is given something it cannot use. */
export function checkOptions(task: string, options: object, call: keyof typeof optionChecks): void {
  checkEach(task, options, optionChecks[call]);
  if ("meta" in options) checkEach(task, options.meta ?? {}, metaChecks);
  if ("edits" in options) for (const edit of (options.edits ?? []) as unknown[]) checkEdit(task, edit);
  if ("create" in options) checkEach(`${task}: create`, options.create ?? {}, optionChecks.create);
}
