import type { ThrownError } from "../simulator/protocol.ts";
import type { ProbedMembers } from "./probed-script.ts";

/** An answer to a request of the script. */
export interface MadeAnswer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly content: string;
}

/** The input of one call of a method. */
export interface Example {
  readonly bundle: object;
  /** For its requests, in their order; begun again where it sends more. */
  readonly answers: readonly MadeAnswer[];
}

/** The observable result of one call of a method. */
export interface Observed {
  readonly result?: unknown;
  readonly error?: Pick<ThrownError, "name" | "message" | "primitive" | "original">;
  /** Set where it did not end within the time limit. */
  readonly late?: true;
  /** In the order in which they were sent. */
  readonly requests: readonly object[];
  readonly logs: readonly string[];
  /** The bundle afterwards. */
  readonly bundle?: unknown;
  /** The globals that the script has made, each with `true`. */
  readonly leaked: { readonly [name: string]: true };
}

/** A script in a process of its own, whose methods are called one at a time. */
export interface Subject {
  /** The members of `Zap`; or the reason that the script does not load. */
  members(): Promise<{ readonly members: ProbedMembers } | { readonly failure: string }>;
  /** Calls a method in a fresh evaluation of the script or, with `goesOn`, in the one before. */
  observe(method: string, example: Example, options?: { readonly goesOn?: boolean }): Promise<Observed>;
  close(): Promise<void>;
}

/** The time of each call, for the script's clock. */
export const now = new Date("2026-01-15T12:00:00Z");

/** The globals that a script has made, as `Observed` has them. */
export function leakedOf(names: readonly string[]): Observed["leaked"] {
  return Object.fromEntries(names.map((name) => [name, true]));
}

// Source: V8's messages, the first two of which quote the script; and that of the loops that zapc writes.
const notIterable =
  / is not iterable( \(cannot read property Symbol\(Symbol\.iterator\)\))?$|^Spread syntax requires /;

/** Tells whether an error's message says that a value cannot be iterated. */
export function saysNotIterable(message: unknown): boolean {
  return typeof message === "string" && notIterable.test(message);
}

// Source: V8's messages.
const strictMode =
  /Cannot (?:create property|assign to read only property) '.*' (?:on|of) (?:string|number|boolean) /;

/** Tells whether an error is that of an assignment to a property of a text, number or boolean, which sloppy mode ignores. */
export function isStrictModeError(error: unknown): boolean {
  const { message } = Object(error) as { readonly message?: unknown };
  return typeof message === "string" && strictMode.test(message);
}
