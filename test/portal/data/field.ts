import type { Field } from "../dataset.ts";

/** A field without annotations and description, where none are given. */
export function field(own: Pick<Field, "name" | "label" | "type"> & Partial<Field>): Field {
  return { annotations: {}, description: null, ...own };
}
