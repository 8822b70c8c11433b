import {
  isFlag,
  isList,
  isObject,
  isText,
  type OptionCheck,
  shownOption,
} from "../../model/option-checks.ts";
import { isJson } from "../../simulator/json.ts";
import { runtimes } from "../../simulator/runtime.ts";
import type { RunRequest } from "../api.ts";
import { RefusedRequest } from "./response.ts";

/** The check of a member, which says whether it may be left out. */
interface MemberCheck {
  readonly check: OptionCheck;
  readonly optional?: true;
}

/** The checks of the members of an input. */
export type InputShape<Input> = { readonly [name in keyof Input]-?: MemberCheck };

const isAnyJson: OptionCheck = (value) => (isJson(value) ? undefined : "must be JSON");
const isWholeNumber: OptionCheck = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? undefined : "must be a whole number, from 0";
const isDigits: OptionCheck = (value) =>
  /^\d{1,15}$/.test(String(value)) ? undefined : "must be a whole number";
const isRuntime: OptionCheck = (value) =>
  runtimes.some((runtime) => runtime === value) ? undefined : `must be one of ${runtimes.join(", ")}`;
const isTexts: OptionCheck = (value) =>
  isObject(value) === undefined && Object.values(value as object).every((text) => typeof text === "string")
    ? undefined
    : "must be an object of texts";

/** The members of the routes, by what they hold. */
export const member = {
  text: { check: isText },
  flag: { check: isFlag },
  object: { check: isObject },
  list: { check: isList },
  json: { check: isAnyJson },
  number: { check: isWholeNumber },
  /** A number in a query string. */
  digits: { check: isDigits },
  texts: { check: isTexts },
  runtime: { check: isRuntime },
  textOrNull: { check: (value) => (value === null ? undefined : isText(value)) },
} satisfies { readonly [name: string]: MemberCheck };

/** A member that may be left out. */
export function optional({ check }: MemberCheck): MemberCheck {
  return { check, optional: true };
}

/** Checks the input of a route: members that are missing, that nobody knows, and that are wrong. */
export function checked<Input>(given: unknown, shape: InputShape<Input>): Input {
  if (isObject(given))
    throw new RefusedRequest(400, `The request has ${shownOption(given)}, and must have an object.`);
  const values = given as { readonly [name: string]: unknown };
  const members: { readonly [name: string]: MemberCheck } = shape;
  for (const name of Object.keys(values)) {
    if (!Object.hasOwn(members, name))
      throw new RefusedRequest(400, `The request has ${name}, which nobody knows.`);
  }
  for (const [name, { check, optional = false }] of Object.entries(members)) {
    const value = values[name];
    if (value === undefined && optional) continue;
    if (value === undefined) throw new RefusedRequest(400, `The request has no ${name}.`);
    const problem = check(value);
    if (problem) throw new RefusedRequest(400, `${name} ${problem}.`);
  }
  return given as Input;
}

const step = { kind: member.text, operation: member.text, fields: member.object };
const changed = { edits: optional(member.list), runtime: optional(member.runtime) };
const filled = { ...step, custom_fields: optional(member.list), ...changed };

/** The members of a request for a run, by its kind. */
const runRequestShapes: { readonly [kind in RunRequest["kind"]]: { readonly [name: string]: MemberCheck } } =
  {
    test: filled,
    poll: filled,
    write: filled,
    search: { ...step, create: optional(member.object), ...changed },
    turn_on: step,
    zap_poll: { kind: member.text, zap: member.text, polls: member.number, every_minutes: member.number },
    hook: {
      ...{ kind: member.text, zap: member.text, body: member.json },
      ...{
        method: optional(member.text),
        headers: optional(member.texts),
        querystring: optional(member.text),
      },
    },
    turn_off: { kind: member.text, zap: member.text },
    hydrate: { kind: member.text, pointer: member.text },
  };

/** Checks a request for a run. */
export function checkedRunRequest(given: unknown): RunRequest {
  const { kind } = Object(given);
  const shape = Object.hasOwn(runRequestShapes, String(kind))
    ? runRequestShapes[kind as RunRequest["kind"]]
    : undefined;
  if (!shape)
    throw new RefusedRequest(400, `kind must be one of ${Object.keys(runRequestShapes).join(", ")}.`);
  return checked(given, shape as InputShape<RunRequest>);
}
