/** What tells the records of a dataset apart. */
import type { DatasetRecord, Field } from "./explore.ts";

/** The record's own id: a hash of all of its values. Publishing it is `record_timestamp`. */
export const ownId = "recordid";

/** The fields that identify a record: those that the user chose, else those that the publisher marked, else none. */
export function identifyingFields(typed: string[] | undefined, fields: Field[]): string[] {
  const chosen = knownFields(typed || [], fields, "identifying field");
  return chosen.length > 0 ? chosen : fields.filter(isMarked).map(({ name }) => name);
}

/** The names that a user typed, each of which must be a field of the dataset. */
export function knownFields(typed: string[], fields: Field[], what: string): string[] {
  const chosen = typed.map((name) => name.trim()).filter((name) => name !== "");
  const names = fields.map(({ name }) => name);
  for (const name of chosen) {
    if (names.indexOf(name) === -1) {
      throw new ErrorException(
        `The ${what} "${name}" is not in this dataset. Its fields are: ${names.join(", ")}.`,
      );
    }
  }
  return chosen;
}

function isMarked({ annotations }: Field): boolean {
  return annotations !== undefined && annotations.id !== undefined;
}

/** `["station-7","2024-03-01"]` for the values of the identifying fields; without any, the record's own id. */
export function identityOf(record: DatasetRecord, identifying: string[]): string {
  return identifying.length > 0
    ? JSON.stringify(identifying.map((name) => record[name]))
    : String(record[ownId]);
}

/** The first item of each id. The platform wants each id once, and the first is the newest. */
export function withoutRepeats<T extends { id: string }>(items: T[]): T[] {
  const seen: { [id: string]: true } = Object.create(null);
  return items.filter(({ id }) => {
    const isNew = !seen[id];
    seen[id] = true;
    return isNew;
  });
}
