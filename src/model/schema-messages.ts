import type { ErrorObject } from "ajv/dist/2020.js";

type ErrorPath = Pick<ErrorObject, "instancePath">;
type ErrorSchema = Pick<ErrorObject, "parentSchema">;

/** Translates ajv's error for whoever wrote the data; `root` is the name of the data as a whole: `the bundle`. */
export function messageOf(error: ErrorObject, root: string): string {
  const name = nameOf(error, root);
  const text = `${name} ${messages[error.keyword]?.(error) ?? `${error.message}.`}`.trimEnd();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The JSON pointer of the wrong value. A missing property has the pointer of the object that should have it. */
export function pathOf({ keyword, instancePath, params }: ErrorObject): string {
  return keyword === "additionalProperties"
    ? `${instancePath}/${escaped(params.additionalProperty)}`
    : instancePath;
}

/** The message about the value, by the schema keyword that failed. */
const messages: { readonly [keyword: string]: (error: ErrorObject) => string } = {
  required: ({ params, parentSchema }) =>
    `has no "${params.missingProperty}". ${parentSchema?.properties?.[params.missingProperty]?.description ?? ""}`,
  additionalProperties: ({ params, parentSchema }) =>
    `has an unknown property "${params.additionalProperty}". There are: ${Object.keys(parentSchema?.properties ?? {}).join(", ")}.`,
  type: ({ data, params }) =>
    `is ${shown(data)}, and must be ${either([params.type].flat().map(withArticle))}.`,
  const: ({ data, params }) => `is ${shown(data)}, and must be ${shown(params.allowedValue)}.`,
  enum: ({ data, params }) => `is ${shown(data)}, and must be ${either(params.allowedValues.map(shown))}.`,
  pattern: ({ data, params, ...error }) =>
    `is ${shown(data)}, and must match ${params.pattern}. ${meaning(error)}`,
  minLength: (error) => `is empty. ${meaning(error)}`,
  minProperties: (error) => `is empty. ${meaning(error)}`,
  minItems: ({ data, params, ...error }) =>
    params.limit === 1
      ? `is empty. ${meaning(error)}`
      : `has ${itemsOf(data)}, and must have at least ${params.limit}. ${meaning(error)}`,
  maxItems: ({ data, params, ...error }) =>
    `has ${itemsOf(data)}, and must have at most ${params.limit}. ${meaning(error)}`,
  uniqueItems: ({ data, params, ...error }) =>
    `has ${shown((data as unknown[])[params.i])} twice. ${meaning(error)}`,
  anyOf: ({ data, ...error }) => `is ${shown(data)}, which is not allowed. ${meaning(error)}`,
};

/** `/triggers/0/url` -> `"url" of /triggers/0`; `/triggers/0` -> `/triggers/0` */
function nameOf({ instancePath }: ErrorPath, root: string): string {
  const steps = instancePath.split("/");
  const last = steps.pop();
  if (!last) return root;
  return /^\d+$/.test(last) ? instancePath : `"${unescaped(last)}" of ${steps.join("/") || root}`;
}

/** The description that the schema gives of the value. */
function meaning({ parentSchema }: ErrorSchema): string {
  return parentSchema?.description ?? "";
}

function shown(value: unknown): string {
  // JSON has no NaN and no bigint.
  const isNumber = typeof value === "number" || typeof value === "bigint";
  const text = isNumber ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function itemsOf(list: unknown): string {
  const { length } = list as unknown[];
  return length === 1 ? "1 item" : `${length} items`;
}

/** `["a", "b", "c"]` -> `a, b or c` */
function either(values: readonly string[]): string {
  return [values.slice(0, -1).join(", "), ...values.slice(-1)].filter((part) => part !== "").join(" or ");
}

function withArticle(type: string): string {
  if (type === "null") return type;
  return `${/^[aeio]/.test(type) ? "an" : "a"} ${type}`;
}

function escaped(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}

function unescaped(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}
