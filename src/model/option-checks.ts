import { Failure } from "./failure.ts";
import { suggestion } from "./nearest.ts";

/** Tells what is wrong with a value: `must be a path`. Undefined when nothing is. */
export type OptionCheck = (value: unknown) => string | undefined;

/** A check for each option. */
export type OptionChecks<Options = { readonly [option: string]: unknown }> = {
  readonly [name in keyof Options]-?: OptionCheck;
};

export const isPath: OptionCheck = (value) =>
  typeof value === "string" && value !== "" ? undefined : "must be a path";
export const isText: OptionCheck = (value) => (typeof value === "string" ? undefined : "must be a text");
export const isObject: OptionCheck = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? undefined : "must be an object";
export const isList: OptionCheck = (value) => (Array.isArray(value) ? undefined : "must be a list");
export const isFlag: OptionCheck = (value) =>
  typeof value === "boolean" ? undefined : "must be true or false";
export const isNumber: OptionCheck = (value) =>
  Number.isInteger(value) ? undefined : "must be a whole number";

/**
 * Checks the options of a function. An option that is undefined is taken as left out.
 *
 * @param task - what cannot be done otherwise: `simulate`
 * @throws {Failure} when the options are not an object, when an option does not exist, or when a value cannot be used.
 */
export function checkOptions(task: string, options: object, checks: OptionChecks): void {
  const problem = isObject(options);
  if (problem)
    throw new Failure(`Failed to ${task}: the options are ${shownOption(options)}, and ${problem}.`);
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(checks, name)) {
      throw new Failure(`Failed to ${task}: there is no option ${name}.`, {
        hint: suggestion(name, Object.keys(checks)),
      });
    }
    const problem = value === undefined ? undefined : checks[name]?.(value);
    if (problem)
      throw new Failure(`Failed to ${task}: the option ${name} is ${shownOption(value)}, and ${problem}.`);
  }
}

/** The value of an option, for a message. */
export function shownOption(value: unknown): string {
  if (typeof value === "function") return "a function";
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // It holds itself, or a BigInt.
    return typeof value === "bigint" ? `${value}n` : "an object that JSON cannot hold";
  }
}
