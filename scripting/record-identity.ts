import type { DatasetRecord, Field } from "./explore.ts";
import { contains, namesOf } from "./objects.ts";
import { ownId } from "./record-item.ts";

/** Those that the user chose, else those that the publisher marked, else none. */
export function identifyingFields(typed: string[] | undefined, fields: Field[]): string[] {
  const chosen = knownFields(typed || [], fields, "identifying field");
  return chosen.length > 0 ? chosen : namesOf(fields.filter(isMarked));
}

export function knownFields(typed: string[], fields: Field[], role: string): string[] {
  const chosen = typed.map((name) => name.trim()).filter((name) => name !== "");
  const names = namesOf(fields);
  for (const name of chosen) {
    if (!contains(names, name)) {
      throw new ErrorException(`This dataset has no ${role} "${name}". Choose one of: ${names.join(", ")}.`);
    }
  }
  return chosen;
}

/** The one name that a user chose, if any. */
export function knownField(typed: string | undefined, fields: Field[], role: string): string | undefined {
  return knownFields([typed || ""], fields, role)[0];
}

function isMarked(field: Field): boolean {
  return Boolean(field.annotations && field.annotations.id);
}

/** `["station-7","2024-03-01"]`; without one of these values, the record's own id. */
export function identityOf(record: DatasetRecord, identifying: string[]): string {
  const isComplete = identifying.every((name) => record[name] !== null && record[name] !== undefined);
  return identifying.length > 0 && isComplete ? valuesAsText(record, identifying) : String(record[ownId]);
}

/** `["red",null]` */
export function valuesAsText(record: DatasetRecord, names: string[]): string {
  return JSON.stringify(names.map((name) => record[name]));
}
