import * as zapc from "zapc";
import "zapc/simulator";

export * from "zapc";
export type * as types from "zapc";

export function today(): string {
  return String(zapc);
}
