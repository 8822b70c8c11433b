import { expect, test } from "vitest";
import { nearest, suggestion } from "../../src/model/nearest.ts";

test.each([
  ["color", ["colour", "size"], "colour"],
  ["tabel", ["table", "size"], "table"],
  ["pre_pol", ["pre_poll", "post_poll"], "pre_poll"],
  ["new_tikcet", ["new_ticket", "new_comment"], "new_ticket"],
  ["App", ["app", "auth"], "app"],
])("%s among %j is %s", (given, names, meant) => {
  expect(nearest(given, names)).toBe(meant);
});

test.each([
  ["nope", ["me"]],
  ["nope", ["name"]],
  ["json", ["body", "method"]],
  ["queues", ["ticket"]],
  ["id", ["is"]],
  ["", ["a"]],
  ["thing", []],
])("no name is near %s among %j", (given, names) => {
  expect(nearest(given, names)).toBeUndefined();
});

test("a suggestion names all there are, and the near one first", () => {
  expect(suggestion("things", ["thing", "me"])).toBe("Did you mean thing? There are: thing, me.");
  expect(suggestion("nope", ["thing", "me"])).toBe("There are: thing, me.");
  expect(suggestion("nope", [])).toBeUndefined();
});
