import { expect, test } from "vitest";
import { keptState } from "../../src/inference/kept-state.ts";

test.each([
  ["a variable around the methods", "var kept;", "kept = 1;", "return kept;", ["kept"]],
  ["a variable that counts", "var count = 0;", "count += 1;", "return count;", ["count"]],
  ["a property of Zap", "", "this.token = 1;", "return Zap.token;", ["this.token"]],
  ["an implicit global", "", "leaked = 1;", "return leaked;", ["leaked"]],
  [
    "a variable of a helper",
    "var kept; function keep() { kept = 1; } function get() { return kept; }",
    "keep();",
    "return get();",
    ["kept"],
  ],
  ["a property of a variable", "var kept = {};", "kept[bundle.id] = 1;", "return kept.x;", ["kept"]],
  ["a property within a property of Zap", "", "Zap.all.count += 1;", "return this.all.count;", ["this.all"]],
  ["a list that grows", "var kept = [];", "kept.push(1);", "return kept.length;", ["kept"]],
  ["a property that is deleted", "var kept = {};", "delete kept.a.b;", "return kept;", ["kept"]],
  ["nothing of a list that is copied", "var kept = [];", "kept.slice().push(1);", "return kept;", []],
  ["nothing of what it adds to the bundle", "", "bundle.kept = 1;", "return bundle.kept;", []],
  ["nothing of a place in another list", "var I = 0;", "bundle.list[I] = 1;", "return I;", []],
  ["nothing of its own variables", "var kept;", "var kept = 1;", "return kept;", []],
  ["nothing that the other does not use", "var kept, other;", "kept = 1;", "return other;", []],
  ["nothing that both make anew", "var kept;", "kept = 1;", "kept = 2;", []],
  ["nothing of constants", "var BASE = 'x';", "return BASE;", "return BASE;", []],
])("finds %s", (_, around, before, after, names) => {
  const source = `${around} var Zap = { a_pre_poll: function (bundle) { ${before} }, a_post_poll: function (bundle) { ${after} } };`;
  expect(keptState(source)("a_pre_poll", "a_post_poll")).toEqual(names);
});
