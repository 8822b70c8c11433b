import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";
import { nodesOfSource } from "../../src/source/nodes.ts";

const { all, ofType, parentOf, around } = nodesOfSource(
  parseSync("a.ts", "let [a, , b]: T = [f(g(1))];").program,
);

test("each node of a source comes before those in it, types too", () => {
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
    "CallExpression at 19",
    "Identifier at 19",
    "CallExpression at 21",
    "Identifier at 21",
    "Literal at 23",
  ]);
});

test("the nodes of a type are in the same order", () => {
  expect(ofType("CallExpression").map(({ start }) => start)).toEqual([19, 21]);
  expect(ofType("ForStatement")).toEqual([]);
});

test("the nodes around a node come from the nearest to the program", () => {
  const inner = ofType("CallExpression")[1];
  expect(inner && around(inner).map(({ type }) => type)).toEqual([
    "CallExpression",
    "ArrayExpression",
    "VariableDeclarator",
    "VariableDeclaration",
    "Program",
  ]);
  expect(all[8] && parentOf(all[8])).toBe(all[7]);
  expect(all[0] && parentOf(all[0])).toBeUndefined();
});

test("nodes deeper than the stack of the engine are found", () => {
  const depth = 2500;
  const { program } = parseSync("a.ts", `${"(".repeat(depth)}1${")".repeat(depth)};`);
  expect(nodesOfSource(program).ofType("ParenthesizedExpression")).toHaveLength(depth);
});
