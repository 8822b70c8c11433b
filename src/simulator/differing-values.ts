import { pointer } from "./problems/problem.ts";

/** A value that two things of JSON do not share; undefined where one has none. */
export interface DifferingValue {
  /** A JSON pointer: `/items/0/title`. */
  readonly path: string;
  readonly one: unknown;
  readonly other: unknown;
}

/** The values in which two things of JSON differ. */
export function differingValues(one: unknown, other: unknown, path = ""): DifferingValue[] {
  if (!isHolder(one) || !isHolder(other) || Array.isArray(one) !== Array.isArray(other)) {
    return Object.is(one, other) ? [] : [{ path, one, other }];
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => differingValues(one[key], other[key], `${path}${pointer([key])}`));
}

function isHolder(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null;
}
