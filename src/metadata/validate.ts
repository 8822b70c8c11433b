import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import { packageRoot } from "../package-root.ts";

/** What is wrong with metadata, and where. */
export interface MetadataError {
  /** A JSON pointer to the property; where it is missing, to what should have it. */
  readonly path: string;
  /** Names the property, what was found and what is allowed. */
  readonly message: string;
}

let compiled: ValidateFunction | undefined;

/** Checks metadata against schema/metadata.schema.json: every finding, in the schema's order. */
export function validateMetadata(data: unknown): MetadataError[] {
  compiled ??= compileSchema();
  compiled(data);
  return withoutConsequences(compiled.errors ?? []).map((error) => ({
    path: pathOf(error),
    message: messages[error.keyword]?.(error) ?? `${nameOf(error)} ${error.message}.`,
  }));
}

function compileSchema(): ValidateFunction {
  const folder = join(packageRoot, "schema");
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strictTypes: false });
  for (const file of readdirSync(folder)) {
    if (file.endsWith(".schema.json")) ajv.addSchema(JSON.parse(readFileSync(join(folder, file), "utf8")));
  }
  const validate = ajv.getSchema("metadata.schema.json");
  if (!validate) throw new Error(`${folder}/metadata.schema.json has lost its $id`);
  return validate;
}

/** A failed `anyOf` reports each of its branches too: one finding is enough. */
function withoutConsequences(errors: readonly ErrorObject[]): ErrorObject[] {
  const alternatives = errors
    .filter(({ keyword }) => keyword === "anyOf")
    .map(({ schemaPath }) => schemaPath);
  return errors.filter(({ schemaPath }) => !alternatives.some((path) => schemaPath.startsWith(`${path}/`)));
}

/** What to say, by the schema keyword that failed. */
const messages: { readonly [keyword: string]: (error: ErrorObject) => string } = {
  required: ({ params, ...error }) =>
    `${nameOf(error)} has no "${params.missingProperty}". ${meaning(error, params.missingProperty)}`,
  additionalProperties: ({ params, parentSchema, ...error }) => {
    const known = Object.keys(parentSchema?.properties ?? {});
    return `${nameOf(error)} has an unknown property "${params.additionalProperty}". There are: ${known.join(", ")}.`;
  },
  type: (error) =>
    `${nameOf(error)} is ${shown(error.data)}, and must be ${either([error.params.type].flat().map(withArticle))}.`,
  const: (error) =>
    `${nameOf(error)} is ${shown(error.data)}, and must be ${shown(error.params.allowedValue)}.`,
  enum: (error) =>
    `${nameOf(error)} is ${shown(error.data)}, and must be ${either(error.params.allowedValues.map(shown))}.`,
  pattern: (error) =>
    `${nameOf(error)} is ${shown(error.data)}, and must match ${error.params.pattern}. ${meaning(error)}`,
  minLength: (error) => `${nameOf(error)} is empty. ${meaning(error)}`,
  minItems: (error) => `${nameOf(error)} is empty. ${meaning(error)}`,
  minProperties: (error) => `${nameOf(error)} is empty. ${meaning(error)}`,
  uniqueItems: (error) =>
    `${nameOf(error)} has ${shown((error.data as unknown[])[error.params.i])} twice. ${meaning(error)}`,
  anyOf: (error) => `${nameOf(error)} is ${shown(error.data)}, which is not allowed. ${meaning(error)}`,
};

function pathOf({ keyword, instancePath, params }: ErrorObject): string {
  return keyword === "additionalProperties"
    ? `${instancePath}/${escaped(params.additionalProperty)}`
    : instancePath;
}

/** `/triggers/0/url` -> `"url" of /triggers/0`; `/triggers/0` -> `/triggers/0` */
function nameOf({ instancePath }: Pick<ErrorObject, "instancePath">): string {
  const steps = instancePath.split("/");
  const last = steps.pop();
  if (!last) return "The metadata";
  return /^\d+$/.test(last) ? instancePath : `"${last}" of ${steps.join("/") || "the metadata"}`;
}

/** The description that the schema gives of the property. */
function meaning(error: Pick<ErrorObject, "parentSchema">, property?: string): string {
  const schema = property === undefined ? error.parentSchema : error.parentSchema?.properties?.[property];
  return schema?.description ?? "";
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** `["a", "b", "c"]` -> `a, b or c` */
function either(values: readonly string[]): string {
  return [values.slice(0, -1).join(", "), ...values.slice(-1)].filter((part) => part !== "").join(" or ");
}

function withArticle(type: string): string {
  return `${/^[aeio]/.test(type) ? "an" : "a"} ${type}`;
}

function escaped(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}
