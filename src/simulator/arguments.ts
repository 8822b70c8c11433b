import { Failure } from "../model/failure.ts";
import { shownOption } from "../model/option-checks.ts";
import { isJson, isKeyed } from "./json.ts";

/** The call that fails with a wrong argument, and its right form: `poll`, `sim.poll("new_ticket")`. */
interface CallForm {
  readonly task: string;
  readonly example: string;
}

/** Throws a Failure when the key of a step, or the name of a method, is no text. */
export function checkKey(key: unknown, { task, example }: CallForm): void {
  if (typeof key === "string") return;
  throw new Failure(`Failed to ${task}: the key is ${shownOption(key)}, and must be a text.`, {
    hint: `Write ${example}.`,
  });
}

/** Throws a Failure when it does not say whose field is meant, and which. */
export function checkFieldAddress(place: unknown, task: string): void {
  if (isStep(place, ["field"])) return;
  const example = exampleLike(place, ', field: "queue"');
  throw new Failure(`Failed to ${task}: ${shownOption(place)} does not name a step and its field.`, {
    hint: `Write ${example}: the key of a trigger, an action or a search, and that of its field.`,
  });
}

/** Throws a Failure when it does not say which step is meant. */
export function checkStepRef(stepRef: unknown, task: string): void {
  if (isStep(stepRef, [])) return;
  throw new Failure(`Failed to ${task}: ${shownOption(stepRef)} does not name a step.`, {
    hint: `Write ${exampleLike(stepRef, "")}: the key of a trigger, an action or a search.`,
  });
}

const kinds = ["trigger", "action", "search"];

/** Tells whether it has the key of one step, and what else it must have. */
function isStep(given: unknown, others: readonly string[]): boolean {
  if (!isKeyed(given)) return false;
  const names = Object.keys(given);
  const [kind, ...more] = names.filter((name) => kinds.includes(name));
  const wanted = [kind, ...others];
  const isComplete = names.length === wanted.length && wanted.every((name) => names.includes(name ?? ""));
  return isComplete && more.length === 0 && Object.values(given).every((key) => typeof key === "string");
}

/** A step as the command line names it: `triggers/new_ticket`. */
const asFile = /^(trigger|action|search)(?:s|es)\/(\w+)/;

function exampleLike(given: unknown, more: string): string {
  const [, kind = "action", key = "create_ticket"] =
    typeof given === "string" ? (asFile.exec(given) ?? []) : [];
  return `{ ${kind}: "${key}"${more} }`;
}

/** Throws a Failure when it is nothing that can be handed to a method. */
export function checkBundleIsJson(bundle: unknown, task: string): void {
  if (isKeyed(bundle) && isJson(bundle)) return;
  const why = isKeyed(bundle)
    ? "the bundle holds what JSON does not have"
    : `the bundle is ${shownOption(bundle)}, and must be an object`;
  throw new Failure(`Failed to ${task}: ${why}.`, {
    hint: "Pass what the platform would hand over: docs/methods.md says what that is for each method.",
  });
}

/** Throws a Failure when there is nothing to do. */
export function checkWork(work: unknown, { task, example }: CallForm): void {
  if (typeof work === "function") return;
  throw new Failure(`Failed to ${task}: the work is ${shownOption(work)}, and must be a function.`, {
    hint: `Write ${example}.`,
  });
}
