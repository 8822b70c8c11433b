// @ts-nocheck
import { value as other } from "./constant.ts";
export function value() {
  other = 2;
  return other;
}
