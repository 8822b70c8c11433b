import { createRequire } from "node:module";
import { expect, test } from "vitest";
import type { Json } from "../../src/model/bundles/shared.ts";
import { itemProblems } from "../../src/simulator/problems/item-problems.ts";

interface Check {
  readonly name: string;
  run(method: string, results: readonly unknown[], app: object): string[];
}

/** Core's checks of a poll: a developer's poll fails, one in production is logged. */
const checks: { readonly [name: string]: Check } = createRequire(import.meta.url)(
  "zapier-platform-core/src/checks/index",
);
const ofPolls = ["triggerIsObject", "triggerHasId", "triggerHasUniquePrimary"];

/** The checks that refuse these items. */
function refusing(items: readonly unknown[]): string[] {
  return ofPolls.filter(
    (name) => checks[name]?.run("triggers.thing.operation.perform", items, {}).length !== 0,
  );
}

const refused: readonly [readonly unknown[], string[]][] = [
  [["str"], ["triggerIsObject", "triggerHasId"]],
  [[5], ["triggerIsObject", "triggerHasId"]],
  [[[{ id: 1 }]], ["triggerIsObject", "triggerHasId"]],
  // Its check for an id takes what is falsy for nothing found.
  [[null], ["triggerIsObject"]],
  [[{ email: "x" }], ["triggerHasId"]],
  [[{ id: null }], ["triggerHasId"]],
  [[{ id: 1 }, { id: 1 }], ["triggerHasUniquePrimary"]],
  [[{ id: "" }, { id: "" }], ["triggerHasUniquePrimary"]],
  [[{ id: false }, { id: false }], ["triggerHasUniquePrimary"]],
  [[{ id: {} }], ["triggerHasUniquePrimary"]],
  [[{ id: [1] }], ["triggerHasUniquePrimary"]],
];

test.each(refused)("an item that core refuses of a developer is a problem: %j", (items, by) => {
  expect(refusing(items)).toEqual(by);
  expect(itemProblems(items as Json[], { byId: true })).not.toEqual([]);
});

test.each([[[{ id: "" }]], [[{ id: " " }]], [[{ id: false }]], [[{ id: 1 }, { id: "1" }]]])(
  "core lets pass what is assumed to be one all the same: %j",
  (items) => {
    expect(refusing(items)).toEqual([]);
    expect(itemProblems(items as Json[], { byId: true })).toHaveLength(1);
  },
);

test.each([[[]], [[{ id: 0 }, { id: "a" }, { id: "A" }, { id: 1.5 }, { id: -1 }]]])(
  "neither has anything against %j",
  (items) => {
    expect(refusing(items)).toEqual([]);
    expect(itemProblems(items as Json[], { byId: true })).toEqual([]);
  },
);
