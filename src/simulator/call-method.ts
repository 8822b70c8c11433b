import { closest } from "fastest-levenshtein";
import type { Metadata } from "../model/definitions.ts";
import { Failure } from "../model/failure.ts";
import { type Method, methodCalled } from "../model/methods.ts";
import { validate } from "../model/validate.ts";
import type { RunError } from "./run/run.ts";

/** The method that the platform would call by this name. */
export function methodNamed(name: string, metadata: Metadata, implemented: readonly string[]): Method {
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
export function checkBundle(name: string, { bundle, kind }: Method, given: unknown): void {
  if (kind === "hydrator") return;
  const errors = validate(schemaName(`${bundle}Bundle`), given, "the bundle");
  if (errors.length === 0) return;
  throw new Failure(`Failed to call ${name}: the platform would not hand over this bundle.`, {
    hint: errors.map(({ message }) => message).join("\n    "),
  });
}

/** What is wrong with what a method returned, by the model: the platform might take it, and lose it. */
export function resultError(name: string, { result, kind }: Method, returned: unknown): RunError | undefined {
  const errors = kind === "hydrator" ? [] : validate(schemaName(result), returned ?? null, "the result");
  if (errors.length === 0) return undefined;
  return { name: "InvalidResult", message: errors.map(({ message }) => message).join(" "), method: name };
}

/** `PrePollBundle` -> `pre-poll-bundle`, as schema/generate.mjs names its files. */
function schemaName(type: string): string {
  return type.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
}
