import type { Geometry } from "geojson";

/** A where clause that has the right syntax; whether its fields exist is not known yet. */
export type Expression =
  | { kind: "and" | "or"; terms: Expression[] }
  | { kind: "not"; term: Expression }
  | { kind: "words"; text: string }
  | { kind: "text function"; name: TextFunction; fields: string[]; text: string }
  | { kind: "comparison"; field: string; operator: Operator; literal: Literal }
  | { kind: "like"; field: string; text: string }
  | { kind: "in list"; field: string; literals: Literal[] }
  | { kind: "in range"; field: string; low: Bound; high: Bound }
  | { kind: "member"; literal: Literal; field: string }
  | { kind: "is null"; field: string }
  | { kind: "is boolean"; field: string; value: boolean }
  | { kind: "in geometry"; name: GeometryFunction; field: string; geometry: Geometry }
  | { kind: "near"; field: string; center: Geometry; meters: number }
  | { kind: "in box"; field: string; corners: [latitude: number, longitude: number][] };

// Source: explore-v2.1, "ODSQL predicates".
export const GEOMETRY_FUNCTIONS = ["within", "intersects", "disjoint"] as const;
export type GeometryFunction = (typeof GEOMETRY_FUNCTIONS)[number];

// Source: explore-v2.1, "Text comparison operators", "Numeric comparison operators", "Date comparison operators";
// != is assumed to be the opposite of =; ":" stands for = in the examples of "Boolean literal" and "Field names".
export const OPERATORS = ["=", "!=", "<", "<=", ">", ">="] as const;
export type Operator = (typeof OPERATORS)[number];

// Source: explore-v2.1, "ODSQL predicates".
export const TEXT_FUNCTIONS = ["search", "suggest", "startswith"] as const;
export type TextFunction = (typeof TEXT_FUNCTIONS)[number];

export type Literal =
  | { kind: "text"; value: string }
  | { kind: "number"; value: number }
  /** In milliseconds since 1970. */
  | { kind: "date"; value: number }
  | { kind: "boolean"; value: boolean }
  | { kind: "now"; settings: NowSettings };

export interface NowSettings {
  [parameter: string]: number;
}

export interface Bound {
  literal: Literal;
  /** True if the bound itself is in the range. */
  included: boolean;
}
