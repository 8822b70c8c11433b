import { closest } from "fastest-levenshtein";
import type { Json } from "../model/bundles/shared.ts";
import type { Metadata } from "../model/definitions.ts";
import { Failure } from "../model/failure.ts";
import { type Method, methodCalled } from "../model/methods.ts";
import { validate } from "../model/validate.ts";
import type { CallRun, RunError } from "./run/run.ts";
import type { Methods } from "./run/run-context.ts";
import type { Runs } from "./run/runs.ts";
import { reasonOf } from "./steps/bundle.ts";

interface Parts {
  readonly metadata: Metadata;
  readonly methods: Methods;
  readonly runs: Runs;
}

/** Calls one method with a bundle of the caller's, and checks both what it gets and what it returns by the model. */
export async function callMethod(
  name: string,
  bundle: object,
  { metadata, methods, runs }: Parts,
): Promise<CallRun> {
  const method = methodNamed(name, metadata, Object.keys(methods));
  checkBundle(name, method, bundle);
  const { result: returned, ...run } = await runs.run(
    `call ${name}`,
    reasonOf({}),
    async (on) => (await on.run.call(name, bundle)).value,
  );
  const error = run.error ?? resultError(name, method, returned);
  const result = typeof returned === "symbol" ? undefined : (returned as Json);
  return { result, ...run, ...(error && { outcome: "error", error }) };
}

/** The method that the platform would call by this name. */
function methodNamed(name: string, metadata: Metadata, implemented: readonly string[]): Method {
  if (typeof name !== "string") throw new Failure("Failed to call a method: name it, as zap.js does.");
  const keysOf = (steps: readonly { key: string }[]) => steps.map(({ key }) => key);
  const method = methodCalled(name, {
    trigger: keysOf(metadata.triggers),
    action: keysOf(metadata.actions),
    search: keysOf(metadata.searches),
    hydrator: metadata.hydrators,
  });
  if (method && implemented.includes(name)) return method;
  const hint =
    implemented.length > 0
      ? `Did you mean ${closest(name, [...implemented])}? There are: ${implemented.join(", ")}.`
      : "The script has no methods.";
  throw new Failure(`Failed to call ${name}: the platform would find no such method.`, { hint });
}

/** Throws a Failure when a bundle is not what the platform would hand to the method. */
function checkBundle(name: string, { bundle, kind }: Method, given: unknown): void {
  if (kind === "hydrator") return;
  const errors = validate(schemaName(`${bundle}Bundle`), given, "the bundle");
  if (errors.length === 0) return;
  throw new Failure(`Failed to call ${name}: the platform would not hand over this bundle.`, {
    hint: errors.map(({ message }) => message).join("\n    "),
  });
}

/** What is wrong with what a method returned, by the model: the platform might take it, and lose it. */
function resultError(name: string, { result, kind }: Method, returned: unknown): RunError | undefined {
  const errors = kind === "hydrator" ? [] : validate(schemaName(result), returned ?? null, "the result");
  if (errors.length === 0) return undefined;
  return { name: "InvalidResult", message: errors.map(({ message }) => message).join(" "), method: name };
}

/** `PrePollBundle` -> `pre-poll-bundle`, as schema/generate.mjs names its files. */
function schemaName(type: string): string {
  return type.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
}
