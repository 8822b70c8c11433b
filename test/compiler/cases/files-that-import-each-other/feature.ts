import { isEven } from "./even.ts";

export function feature(): unknown {
  return [isEven(4), isEven(7)];
}
