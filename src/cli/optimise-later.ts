import { setFlagsFromString } from "node:v8";

/** Lets V8 optimise a function after twice the work of its default. */
export function optimiseLater(): void {
  setFlagsFromString("--interrupt-budget=250000");
}
