import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { nearTheEnd, tryTheEndOfTheStack } from "./end-of-stack.ts";

test.each([
  ["an error", new RangeError("x")],
  ["a function", () => {}],
  ["an error without a maker that holds a function", Object.assign(Object.create(null), { of: () => {} })],
])("finds %s of another realm", (_, value) => {
  expect(
    runInNewContext(`${nearTheEnd} (function (value) { look(value, "x"); return found.x; })`)(value),
  ).toBe(1);
});

// More values, and each place at the end of the stack, are tried in test/soak/.
tryTheEndOfTheStack({ lists: ["['md5', {}]"], paddings: [0] });
