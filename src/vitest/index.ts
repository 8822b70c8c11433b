/**
 * Tests of a compiled integration: `import { simulator } from "zapc/vitest"` gives a simulator that closes itself, and adds
 * matchers for what it runs to vitest's `expect`.
 */
import { expect } from "vitest";
import { type Matching, matchers } from "./matchers.ts";

expect.extend(matchers);

export type { WantedRequest } from "./requests.ts";
export { simulator } from "./simulator.ts";
export type { Matching };

declare module "vitest" {
  // biome-ignore lint/suspicious/noExplicitAny: declared as vitest declares it
  interface Matchers<T = any> extends Matching {}
}
