import { type Identifier, parse } from "acorn";
import { expect, test } from "vitest";
import { type Scopes, scopesOf, type Variable } from "../../../src/compiler/finishing/scopes.ts";

function scopes(code: string): Scopes {
  return scopesOf(parse(code, { ecmaVersion: 2022, sourceType: "module" }));
}

/** The variables of a name, the outer ones first. */
function called({ all }: Scopes, name: string): Variable[] {
  return all.flatMap(({ variables }) => variables.get(name) ?? []);
}

const placesOf = ({ places }: Variable) => places.map(({ node }) => (node as Identifier).start);

test("a name stands for the variable of the nearest function", () => {
  const [outer, inner] = called(scopes("var a; function f(a) { a(); } a();"), "a") as [Variable, Variable];
  expect([placesOf(outer), placesOf(inner)]).toEqual([
    [4, 30],
    [18, 23],
  ]);
});

test("a var belongs to the whole function, and a catch has its own", () => {
  const found = scopes("function f() { a = 1; try {} catch (e) { var a; } return a + e; }");
  expect(placesOf(called(found, "a")[0] as Variable)).toEqual([15, 45, 57]);
  expect(placesOf(called(found, "e")[0] as Variable)).toEqual([36]);
});

test("names of properties and labels are no variables", () => {
  const found = scopes("var a = {}; a: for (;;) { a.a = { a: a[a] }; continue a; }");
  expect(placesOf(called(found, "a")[0] as Variable)).toEqual([4, 26, 37, 39]);
});

test("a variable knows what it gets, as far as that can be known", () => {
  const [a] = called(scopes("var a; a = 1; a++; for (a in {});"), "a") as [Variable];
  expect(a.values.map((value) => value?.type)).toEqual(["Literal", undefined, undefined]);
  expect(a.isLate).toBe(true);
});

test("a function expression knows its own name, unless something in it has that name", () => {
  const [outer] = called(scopes("(function f() { f(); });"), "f") as [Variable];
  expect(placesOf(outer)).toEqual([16, 10]);
  expect(called(scopes("(function f(f) { f(); });"), "f").map(placesOf)).toEqual([[12, 17]]);
});

test("a scope knows all names in it, at any depth", () => {
  const { program } = scopes("function f(a) { return function () { return a + b; }; }");
  expect([...program.names].sort()).toEqual(["a", "b", "f"]);
});
