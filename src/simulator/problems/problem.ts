import type { LostInPromise } from "../../model/methods.ts";

/**
 * Something that a run does wrong although it succeeds:
 *
 * - `not-an-object`: an item of a poll is no object.
 * - `no-id`: an item of a poll has no `id`, or an empty one.
 * - `wrong-id`: the `id` of an item is neither a text nor a number.
 * - `repeated-id`: an item has the `id` of an item before it.
 * - `promise`: a method returned a promise, of which something is lost.
 * - `kept-state`: a method uses what one before it has left in a variable.
 * - `not-awaited`: a method has ended before the answer to a request of its own.
 * - `credential`: the result of the run holds a credential of the account.
 */
export interface Problem {
  readonly code:
    | "not-an-object"
    | "no-id"
    | "wrong-id"
    | "repeated-id"
    | "promise"
    | "kept-state"
    | "not-awaited"
    | "credential";
  /** The fault and its consequence. It shows no credential. */
  readonly message: string;
  /**
   * A JSON pointer into what the run gives: `/items/0/id`. For the poll of a Zap, `items` here are all that were polled, also
   * those that were seen before. Empty where the problem is none of a place.
   */
  readonly path: string;
  /** The advice. */
  readonly hint: string;
}

const losses = {
  request: "the platform loses the `data` and the `files` in it",
  fields: "the platform finds no fields in it",
  "not awaited": "the legacy runtime does not wait for it",
} satisfies { readonly [lost in LostInPromise | "not awaited"]: string };

/** A method returned a promise, of which this is lost. */
export function promiseProblem(method: string, lost: keyof typeof losses): Problem {
  return {
    code: "promise",
    message: `${method} returned a promise: ${losses[lost]}.`,
    path: "",
    hint: "Return the result itself: `z.request` without a callback waits for its answer.",
  };
}

/** A method uses what another one has left in these variables. */
export function stateProblem(method: string, names: readonly string[]): Problem {
  return {
    code: "kept-state",
    message: `${method} uses what a method before it has left in ${names.join(", ")}: today's runtime keeps it, and the documentation promises that each begins anew.`,
    path: "",
    hint: "Work it out again, or hand it on in the request.",
  };
}

/** A method has ended, and nobody waits for the answers. */
export function notAwaitedProblem(method: string, requests: number): Problem {
  return {
    code: "not-awaited",
    message: `${method} has ended before the answer to ${requests === 1 ? "a request" : `${requests} requests`} of its own: the work of the callback may be lost.`,
    path: "",
    hint: "Call z.request without a callback, or end the method in it: `function (bundle, callback)`.",
  };
}

/** `["items", 0, "a/b"]` -> `/items/0/a~1b` */
export function pointer(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
