import { beforeAll, expect, test } from "vitest";
import type { Built } from "../../src/built/built.ts";
import { mapTrace, type TraceOptions } from "../../src/pasted/trace.ts";
import { type Engine, enginesHere } from "../conformance/engines.ts";
import { asPasted, buildTraced, inner, places, placesIn, traceOn } from "./traced.ts";

// On other engines, and in the platform's runner: test/conformance/traces.test.ts.

let built: Built;

beforeAll(async () => {
  ({ built } = await buildTraced());
});

function placesOf(trace: string, options: Partial<TraceOptions> = {}): string[] {
  return placesIn(trace, built, options);
}

test.each(enginesHere)("maps a trace of $name, whatever lines stand before zap.js", (engine) => {
  expect(placesOf(inner(traceOn(engine, built)))).toEqual(places);
});

test("maps a trace with frames of code that follows zap.js, and of other scripts", () => {
  const [loader] = enginesHere.filter(({ name }) => name.startsWith("the loader")) as [Engine];
  const trace = traceOn(loader, built);
  expect(trace).toContain("at Reader.name (zap.js:15:12)");
  expect(trace).toContain("at evalmachine.<anonymous>:2:11");
  expect(placesOf(trace)).toEqual(places);
  expect(placesOf(`${inner(trace)}\n    at zap.js:400:1`)).toEqual(places);
});

/** `12:34`: where a text first stands in zap.js, as if some lines came before it. */
function at(text: string, linesBefore = 0): string {
  const before = built.code.slice(0, built.code.indexOf(text)).split("\n");
  expect(before.length).toBeGreaterThan(1);
  return `${before.length + linesBefore}:${(before.at(-1)?.length ?? 0) + 1}`;
}

const names = "reader.ts:12 names[id]}`; in titled";

test.each<[string, (position: string, inFunction: string) => string]>([
  ["a path", (position) => `at titled (/home/me/my project/dist/zap.js:${position})`],
  ["a path of Windows", (position) => String.raw`at titled (C:\Users\me\dist\zap.js:${position})`],
  ["a URL", (position) => `at titled (file:///home/me/dist/zap.js:${position})`],
  ["a relative path, without a function", (position) => `dist/zap.js:${position}: it failed`],
  ["the file's name alone", (position) => `Failed (zap.js:${position})`],
  ["a script without a name", (position) => `at titled (evalmachine.<anonymous>:${position})`],
  ["a function's text", (_, position) => `<anonymous>:${position}`],
  [
    "an evaluated function's text",
    (_, position) => `at titled (eval at load (/a/b.js:1:2), <anonymous>:${position})`,
  ],
  ["a method's other name", (position) => `at Object.titled [as label] (zap.js:${position})`],
  ["a call that is awaited", (position) => `at async titled (zap.js:${position})`],
])("reads a position with %s", (_, frame) => {
  const trace = `TypeError: no\n    ${frame(at("names[id]"), at("names[id]", 2))}`;
  expect(placesOf(trace)[0]).toMatch(/^reader\.ts:12 names\[id\]/);
});

test("maps a position without a column to where its line begins", () => {
  const [line] = at("return titled(").split(":");
  expect(placesOf(`evalmachine.<anonymous>:${line}`)).toEqual([
    "reader.ts:7 return titled(names, id); in name",
  ]);
});

test("puts the places of the sources into the lines, and leaves the others as they are", () => {
  const trace = `TypeError: no
    at titled (zap.js:${at("names[id]")})
    at Array.map (<anonymous>)
    at Object.thing_poll (zap.js:${at("map(function")})
    at runEvent (/var/task/index.js:775:18)`;
  expect(mapTrace(trace, built, asPasted).lines.map(({ text }) => text)).toEqual([
    "TypeError: no",
    "    reader.ts:12:15 in titled",
    "    at Array.map (<anonymous>)",
    "    triggers/thing.ts:12:18 in poll",
    "    at runEvent (/var/task/index.js:775:18)",
  ]);
});

test("reads a trace with escaped line ends, Windows' line ends, or all in one line", () => {
  const frames = [
    `at titled (zap.js:${at("names[id]")})`,
    `at Object.thing_poll (zap.js:${at("map(function")})`,
  ];
  for (const lineEnd of ["\\n    ", "\\r\\n\t", "\r\n    ", " "]) {
    expect(placesOf(["TypeError: no", ...frames].join(lineEnd))).toEqual([places[0], places[3]]);
  }
});

test("leaves a position in what zapc itself has written as it is", () => {
  const trace = `at zap.js:${at("(function () {")}`;
  expect(mapTrace(trace, built, asPasted).lines).toEqual([{ text: trace, frames: [] }]);
});

test("finds how many lines are missing at the start", () => {
  const trace = `at titled (zap.js:${at("names[id]", -3)})\n at Object.thing_poll (zap.js:${at("map(function", -3)})`;
  expect(mapTrace(trace, built, asPasted).offset).toBe(-3);
});

test("says so when the trace is not of this file", () => {
  expect(() => placesOf("at other (zap.js:12:3)")).toThrow(
    "Failed to map the trace: it is not of dist/zap.js, with any number of lines before it.",
  );
  expect(() => placesOf("at titled (zap.js:1000000000:1)")).toThrow("it is not of dist/zap.js");
});

test("says so when several numbers of lines fit, and takes what the user says", () => {
  const trace = `zap.js:${at("names[id]", 10).replace(/\d+$/, "5")}`;
  const numbers = "((\\d+, )*\\d+ or )?(\\d+|another number of) lines?";
  expect(() => placesOf(trace)).toThrow(
    new RegExp(
      `^Failed to map the trace: it fits dist/zap\\.js pasted with ${numbers} put before it, and without its first ${numbers}\\.\n` +
        "→ Say which: `--offset 2` where 2 lines stand before it in the editor, `--offset -2` where its first 2 lines are missing there\\. Or ",
    ),
  );
  expect(placesOf(`zap.js:${at("names[id]", 10)}`, { offset: 10 })).toEqual([names]);
});

test("goes by a copy of what was pasted, wrapped, indented and edited", () => {
  const edit = "  var edited = missing.by.hand;";
  const pasted = `function load() {\n${built.code.replace(/^(?=.)/gm, "\t").replace(/^.*return "A.*$/m, `${edit}\n$&`)}}\n`;
  const position = (text: string) => {
    const before = pasted.slice(0, pasted.indexOf(text)).split("\n");
    return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  };
  const trace = `at titled (zap.js:${position("names[id]")})\n at edited (zap.js:${position("missing.by")})`;
  expect(mapTrace(trace, built, { ...asPasted, pasted }).lines.map(({ text }) => text)).toEqual([
    "reader.ts:12:15 in titled",
    ` at edited (zap.js:${position("missing.by")})`,
  ]);
});
