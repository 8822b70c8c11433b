import { parse } from "acorn";
import { expect, test } from "vitest";
import { nodesOf } from "../../src/compiler/nodes.ts";

const nodes = nodesOf(parse("a(b(1)); c = 2;", { ecmaVersion: 5 }));

test("what stands in a node comes before it", () => {
  expect(nodes.all.map(({ type, start }) => `${type} at ${start}`)).toEqual([
    "Identifier at 0",
    "Identifier at 2",
    "Literal at 4",
    "CallExpression at 2",
    "CallExpression at 0",
    "ExpressionStatement at 0",
    "Identifier at 9",
    "Literal at 13",
    "AssignmentExpression at 9",
    "ExpressionStatement at 9",
    "Program at 0",
  ]);
});

test("the nodes of a type are in the same order", () => {
  expect(nodes.ofType("CallExpression").map(({ start }) => start)).toEqual([2, 0]);
  expect(nodes.ofType("ForStatement")).toEqual([]);
});

test("a node knows what it stands in, the nearest first", () => {
  const [inner] = nodes.ofType("CallExpression");
  const around = nodes.around(inner as never);
  expect(around.map(({ type }) => type)).toEqual(["CallExpression", "ExpressionStatement", "Program"]);
  expect(nodes.parentOf(inner as never)).toBe(around[0]);
  expect(nodes.parentOf(nodes.all.at(-1) as never)).toBeUndefined();
});
