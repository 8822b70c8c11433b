import { expect, test } from "vitest";
import { countedScript } from "../../src/prove/counted-script.ts";

/** Runs a script with counters; gives what it made of `r`, and the numbers of the counters that ran. */
function ran(source: string): { r: unknown; passed: number[]; functions: number; branches: number } {
  const { text, functions, branches } = countedScript(source);
  const zapc__probe = { passed: {} };
  const r = new Function("zapc__probe", `${text}\nreturn r;`)(zapc__probe);
  const passed = Object.keys(zapc__probe.passed).map(Number);
  return { r, passed, functions: functions.size, branches: branches.size };
}

test.each([
  ["if (x) r = 1; else r = 2;", 1, 0, 2],
  ["if (!x) { r = 1; } else if (x) { r = 3 }", 3, 0, 3],
  ["r = x ? function () { return 1; }() : 2;", 1, 1, 2],
  ["r = x && { a: x }.a || 5;", 1, 0, 2],
  ["r = 0; for (var i in { a: 1, b: 2 }) r += 1", 2, 0, 1],
  ["r = 0; do r++; while (r < 3)", 3, 0, 1],
  ["switch (x) { case 1: r = 'one'; break; case 2: default: r = 'other'; }", "one", 0, 3],
  ["switch (x) { case x ? 1 : 2: r = 'one'; }", "one", 0, 3],
  ["try { throw 4; } catch (e) { r = e; }", 4, 0, 1],
  ["try { throw 4; } catch { r = 5; }", 5, 0, 1],
  ["r = (function () { 'use strict'; return this; })() === undefined;", true, 1, 0],
  ["r = [1, 2].map((it) => it + 1).join()", "2,3", 1, 0],
  ["r = ((it) => ({ it }))(6).it", 6, 1, 0],
  ["r = (() => x ? 1 : 2)()", 1, 1, 2],
  ["if (x) function f() { return 7; }\nr = f();", 7, 1, 1],
  ["r = x ? x ? 1 : 2 : 3", 1, 0, 4],
  ["var o = { m() { return x || 2; }, get g() { return 3; } }; r = o.m() + o.g;", 4, 2, 1],
])("counters change nothing in %s", (source, result, functions, branches) => {
  const counted = ran(`var r, x = 1; ${source}`);
  expect(counted).toMatchObject({ r: result, functions, branches });
});

test("only what runs is counted", () => {
  expect(ran("var r = 1; if (r) { r = 2; } else { r = 3; } function f() {}").passed).toHaveLength(1);
});
