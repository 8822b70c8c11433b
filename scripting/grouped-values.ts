/** Values of fields that an API defines, under keys such as `default__title`: of the group `default`, the field `title`. */

/** Between the group and the field. */
export const SEPARATOR = "__";

/** One value that is filled in. */
export interface GroupedValue {
  group: string;
  name: string;
  value: unknown;
}

/** Those of the values under such keys that are filled in. */
export function filledIn(values: { [key: string]: unknown }): GroupedValue[] {
  const filled: GroupedValue[] = [];
  for (const key of Object.keys(values)) {
    const end = key.indexOf(SEPARATOR);
    const value = values[key];
    const isEmpty = value === null || value === undefined || String(value) === "";
    if (end === -1 || isEmpty) continue;
    filled.push({ group: key.slice(0, end), name: key.slice(end + SEPARATOR.length), value });
  }
  return filled;
}
