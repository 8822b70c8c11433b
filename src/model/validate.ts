import type { Ajv2020, ErrorObject, SchemaObject, ValidateFunction } from "ajv/dist/2020.js";

import { packageRoot } from "../package-root.ts";
import { compiled } from "./compiled-schemas.ts";
import { messageOf, pathOf } from "./schema-messages.ts";
import { schemasOf } from "./schemas.mjs";

/** A fault of data, and its place. */
export interface SchemaError {
  /** A JSON pointer to the property; where it is missing, to what should have it. */
  readonly path: string;
  /** Names the property, what was found and what is allowed. */
  readonly message: string;
}

/** Checks metadata against schema/metadata.schema.json. */
export function validateMetadata(data: unknown): SchemaError[] {
  return validate("metadata", data);
}

/**
 * Checks data against schema/NAME.schema.json: every finding, in the schema's order. As in JSON, a property that is
 * undefined is not there.
 *
 * @param schema - the schema's name: `pre-poll-bundle`
 * @param root - what messages call the data as a whole: by default the last word of the schema's name, `the bundle`
 */
export function validate(
  schema: string,
  data: unknown,
  root = `the ${schema.split("-").pop()}`,
): SchemaError[] {
  const check = compiled[schema] ?? allSchemas().getSchema(`${schema}.schema.json`);
  if (!check) throw new Error(`Failed to check ${root}: there is no schema "${schema}".`);
  return findings(check, withoutUndefined(data)).map((error) => ({
    path: pathOf(error),
    message: messageOf(error, root),
  }));
}

/** `PrePollBundle` -> `pre-poll-bundle`, as schema/generate.mjs names its files. */
export function schemaName(type: string): string {
  return type.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
}

let loaded: Ajv2020 | undefined;

function allSchemas(): Ajv2020 {
  loaded ??= schemasOf(packageRoot);
  return loaded;
}

/** The faults, each once: ajv reports a value that is not allowed for each keyword and each alternative it fails. */
function findings(check: ValidateFunction, data: unknown): ErrorObject[] {
  check(data);
  const kept: ErrorObject[] = [];
  for (const error of check.errors ?? []) {
    if (error.keyword !== "anyOf") {
      kept.push(error);
      continue;
    }
    // The faults of its alternatives stand before it: an `anyOf` has no other keyword beside it.
    while (kept.length > 0 && isWithin(kept.at(-1) as ErrorObject, error)) kept.pop();
    kept.push(...(closestAlternative(error) ?? [error]));
  }
  return kept.filter((error) => !isSaidBetter(error, kept));
}

function isWithin(inner: ErrorObject, outer: ErrorObject): boolean {
  return `${inner.instancePath}/`.startsWith(`${outer.instancePath}/`);
}

/** An `if` repeats what its `then` says; a list of values says more than their type. */
function isSaidBetter({ keyword, instancePath }: ErrorObject, errors: readonly ErrorObject[]): boolean {
  const atSamePath = errors.filter((error) => error.instancePath === instancePath);
  const hasValues = atSamePath.some((error) => error.keyword === "enum" || error.keyword === "const");
  return keyword === "if" || (keyword === "type" && hasValues);
}

/** The findings of the closest alternative: it has the fewest of those whose type the data has. None when two tie. */
function closestAlternative({ schema, data, instancePath }: ErrorObject): ErrorObject[] | undefined {
  const [closest, next] = (schema as SchemaObject[])
    .map((alternative) => findings(allSchemas().compile(alternative), data))
    .filter((errors) => !errors.some((error) => error.keyword === "type" && error.instancePath === ""))
    .sort((a, b) => a.length - b.length);
  if (!closest || closest.length === next?.length) return undefined;
  return closest.map((error) => ({ ...error, instancePath: instancePath + error.instancePath }));
}

/** `{ a: undefined, b: 1 }` -> `{ b: 1 }` */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== "object" || value === null) return value;
  if (![Object.prototype, null].includes(Object.getPrototypeOf(value))) return value;
  const entries = Object.entries(value).filter(([, it]) => it !== undefined);
  return Object.fromEntries(entries.map(([key, it]) => [key, withoutUndefined(it)]));
}
