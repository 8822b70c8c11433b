import vm from "node:vm";
import { expect, test } from "vitest";
import { positionsIn } from "../../src/built/positions.ts";
import { indexScript } from "../../src/built/script-index.ts";

// Each calls `fail` on a line of its own, in a function that has its name in another way.
const code = `'use strict';
function fail() { throw new Error("no"); }
var own = {}, key = "computed";
function declared() { fail(); }
var variable = function() { fail(); };
var both = function named() { fail(); };
own.member = function() { fail(); };
own.other = function expression() { fail(); };
own[key] = function() { fail(); };
var object = { property: function() { fail(); } };
function Thing() { fail(); }
Thing.prototype.method = function() { fail(); };
Thing.make = function() { fail(); };
function callback() { [1].forEach(function() { fail(); }); }
`;

test.each([
  ["declared()", "declared"],
  ["variable()", "variable"],
  ["both()", "named"],
  ["own.member()", "member"],
  ["var detached = own.member; detached()", "member"],
  ["own.other()", "expression"],
  ["own.computed()", undefined],
  ["object.property()", "property"],
  ["new Thing()", "Thing"],
  ["Thing.prototype.method.call({})", "method"],
  ["Object.create(Thing.prototype).method()", "method"],
  ["Thing.make()", "make"],
  ["callback()", undefined],
  ["callback.call({ a: 1 })", undefined],
])("finds the function that %s calls, as this engine names it", (call, name) => {
  const stack = vm.runInNewContext(
    `${code}try { ${call} } catch (error) { error.stack }`,
    {},
    { filename: "zap.js" },
  );
  const index = indexScript(code);
  const [inFail, inFunction] = positionsIn(stack);
  expect(inFail && index.canBe(inFail, inFail.called)).toBe(true);
  expect(inFunction && index.canBe(inFunction, inFunction.called)).toBe(true);
  expect(inFunction?.called).toEqual(name ? { name } : {});
  expect(inFail && index.canBe(inFail, { name: "another" })).toBe(false);
});
