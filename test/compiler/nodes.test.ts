import { parse } from "acorn";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";
import { nodesOf, nodesOfSource } from "../../src/compiler/nodes.ts";

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

test("of a source there are the types, too, and a node comes before what stands in it", () => {
  const { all, parentOf } = nodesOfSource(parseSync("a.ts", "let [a, , b]: T = [];").program);
  expect(all.map(({ type, start }) => `${type} at ${start}`)).toEqual([
    "Program at 0",
    "VariableDeclaration at 0",
    "VariableDeclarator at 4",
    "ArrayPattern at 4",
    "Identifier at 5",
    "Identifier at 10",
    "TSTypeAnnotation at 12",
    "TSTypeReference at 14",
    "Identifier at 14",
    "ArrayExpression at 18",
  ]);
  expect(parentOf(all[6] as never)).toBe(all[3]);
});
