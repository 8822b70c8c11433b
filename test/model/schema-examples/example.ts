/** A value that a schema must refuse, for one reason: the path of the value and the keyword that fails. */
export interface AntiExample {
  readonly data: unknown;
  readonly path: string;
  readonly keyword: string;
}

/** The values that a schema must accept and refuse. */
export interface SchemaExamples {
  readonly examples: readonly unknown[];
  readonly antiExamples: readonly AntiExample[];
}

/** By the type that the schema describes. */
export interface ExamplesByType {
  readonly [type: string]: SchemaExamples;
}

/** A value in place of the one that a JSON pointer names. */
export function changed(example: object, path: string, value: unknown, keyword: string): AntiExample {
  return { data: withValueAt(example, path, value), path, keyword };
}

/** Without a required property. */
export function lacking(example: object, path: string): AntiExample {
  return { data: withValueAt(example, path, undefined), path: parentOf(path), keyword: "required" };
}

/** With a property that the schema does not know. */
export function adding(example: object, path: string, value: unknown): AntiExample {
  return { data: withValueAt(example, path, value), path: parentOf(path), keyword: "additionalProperties" };
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

/** A copy in which only what the path leads through is new: examples share their pieces. */
function withValueAt(holder: object, path: string, value: unknown): object {
  const [step = "", ...rest] = path.split("/").slice(1);
  const copy = (Array.isArray(holder) ? [...holder] : { ...holder }) as { [key: string]: unknown };
  if (rest.length > 0) copy[step] = withValueAt(copy[step] as object, `/${rest.join("/")}`, value);
  else if (value === undefined) delete copy[step];
  else copy[step] = value;
  return copy;
}
