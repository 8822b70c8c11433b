import { readFileSync } from "node:fs";
import vm from "node:vm";
import { expect, test } from "vitest";
import { simulate } from "../../bin/simulator.mjs";
import { compile } from "../../src/compiler/compile.ts";
import type { Invalid } from "../../src/model/diagnostic.ts";
import { typedNodeGlobals } from "../../src/model/node-globals.ts";

import { loadScript } from "../../src/simulator/load.ts";
import { nodeGlobals as simulatedGlobals } from "../../src/simulator/script/node-globals.ts";
import { es5Only } from "../../src/source/es5-only.ts";
import { jshint } from "../jshint.ts";
import { app, codeOf, load, withTool } from "./engine-app.ts";
import { integration, trigger } from "./integration.ts";
import { thing, tool } from "./tool-package.ts";

const own = `${trigger}
const seen = new Map<string, number>();

export function poll({ url_raw }: Poll<typeof trigger>): Results {
  seen.set(url_raw, 1);
  const { hostname } = new URL(url_raw);
  const { gzipSync } = require("zlib");
  const texts = [Buffer.from(hostname).toString("hex"), hostname.padStart(6, "."), /^\\p{L}+/u.exec(hostname)?.[0]];
  return [{ id: texts.join(), size: seen.size, large: texts.includes("é"), zipped: gzipSync(hostname)[0] }];
}
`;

/** A package that asks for modules of Node.js, and for its globals, as soon as it runs. */
const early = {
  ...tool,
  "app.ts": app("node"),
  "node_modules/tool/index.js":
    "import { createHash } from 'node:crypto';\nimport path from 'path';\nconst empty = Buffer.alloc(0);\nclass Failed extends Error {}\nexport const use = (text) => {\n  if (text === '') throw new Failed(path.sep);\n  return createHash('md5').update(Buffer.concat([empty, Buffer.from(text)])).digest('hex');\n};\n",
};

const findingsOf = (files: { readonly [path: string]: string }) =>
  compile(integration(files)).then(
    ({ warnings }) => warnings,
    ({ diagnostics }: Invalid) => diagnostics,
  );

test("sources may use ES2019 and the globals and modules of Node.js, in ES5 syntax", async () => {
  const code = await codeOf({ "app.ts": app("node"), "triggers/thing.ts": own });
  expect(load(code).thing_poll({ url_raw: "https://a.com" })).toEqual([
    { id: "612e636f6d,.a.com,a", size: 1, large: false, zipped: 31 },
  ]);
  expect(jshint(code)).toEqual([]);
  expect(code.split("\n").slice(3, 6)).toEqual([
    '// Runs on the converted runtime alone: app.ts says engine: "node".',
    "/* globals Buffer, Map, URL */",
    "/* jshint eqnull: true */",
  ]);
});

test("the default is ES5, as is said of each use", async () => {
  const files = { "app.ts": app("es5"), "triggers/thing.ts": own };
  const codes = (await findingsOf(files)).map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(["TS2583", "TS2304", "TS2339", "regular-expression"]));
});

test("packages run at the first call, where there is `require`, and not while the file loads", async () => {
  const code = await codeOf(early);
  const secondPlace = vm.runInNewContext(`${code}; Zap`, { Zap: {}, _: {}, z: { JSON }, $: {} });
  expect(Object.keys(secondPlace)).toEqual(["thing_poll"]);
  const zap = load(code);
  expect(zap.thing_poll({ url_raw: "a" })).toEqual([{ id: "0cc175b9c0f1b6a831c399e269772661" }]);
  expect(() => zap.thing_poll({ url_raw: "" })).toThrow("/");
  expect(zap.thing_poll).toHaveLength(1);
  expect(jshint(code)).toEqual([]);
});

test("data on Zap get their values when packages run", async () => {
  const members = `export const limit = 20;
export const names = { "odd name": [1] };
export { names as "odd name" };
export function twice(number: number): number { return 2 * number; }
`;
  const code = await codeOf({ ...early, "members.ts": members });
  const zap = load(code);
  expect(Object.keys(zap)).toEqual(expect.arrayContaining(["limit", "names", "odd name", "twice"]));
  expect(zap.twice(2)).toBe(4);
  expect([zap.limit, zap.names, zap["odd name"]]).toEqual([20, { "odd name": [1] }, { "odd name": [1] }]);
  zap.limit = 30;
  zap.twice(2);
  expect(zap.limit).toBe(30);
  expect(jshint(code)).toEqual([]);
});

test("a method that takes a callback still does behind packages", async () => {
  const source = thing
    .replace(
      "poll(bundle: Poll<typeof trigger>): Results",
      "poll(bundle: Poll<typeof trigger>, callback: Callback<Results>): void",
    )
    .replace("return [{ id: use(bundle.url_raw) }];", "callback(null, [{ id: use(bundle.url_raw) }]);")
    .replace("Poll,", "Callback, Poll,");
  const zap = load(await codeOf({ ...early, "triggers/thing.ts": source }));
  expect(zap.thing_poll).toHaveLength(2);
  zap.thing_poll({ url_raw: "a" }, (_: unknown, items: unknown) => {
    expect(items).toEqual([{ id: "0cc175b9c0f1b6a831c399e269772661" }]);
  });
  expect.assertions(2);
});

test("an engine without the built-ins refuses the script, and says why", async () => {
  for (const files of [{ "app.ts": app("node"), "triggers/thing.ts": own }, early]) {
    const context = vm.createContext({});
    vm.runInContext(es5Only, context);
    const code = await codeOf(files);
    expect(() => vm.runInContext(code, context)).toThrow(
      'This script needs the converted runtime: its app says engine: "node", and the built-ins of today\'s Node.js are not here.',
    );
  }
});

test("the simulator's legacy runtime refuses the script, and says why", async () => {
  const code = await codeOf({ "app.ts": app("node"), "triggers/thing.ts": own });
  await expect(loadScript(code, { runtime: "legacy", time_limit: 1000 })).rejects.toThrow(
    'Failed to load the script: its app says engine: "node", and the legacy runtime lacks the built-ins of today\'s Node.js.',
  );
});

test("a package's need that the engine `node` meets is advice to name that engine", async () => {
  expect(await findingsOf({ ...early, "app.ts": app("es5") })).toMatchObject([
    {
      code: "package-needs",
      hint: 'Say `engine: "node"` in app.ts: the converted runtime, which runs scripts today, has it. The legacy runtime then refuses zap.js.',
    },
  ]);
});

test("syntax that ES5 lacks is an error on this engine, too", async () => {
  const source = own.replace(
    "const { hostname }",
    "const later = async () => 1;\n  later();\n  const { hostname }",
  );
  const found = await findingsOf({ "app.ts": app("node"), "triggers/thing.ts": source });
  expect(found).toMatchObject([{ code: "async-function" }]);
});

test("packages may require any module of Node.js, and use its globals", async () => {
  const code = await codeOf(
    withTool(
      "import { EventEmitter } from 'node:events';\nimport fs from 'fs';\nimport stream from 'stream';\nclass Told extends EventEmitter {}\nclass Streamed extends stream.Transform {}\nexport const use = (text) => {\n  const told = new Told();\n  let heard;\n  told.on('text', (it) => { heard = it; });\n  told.emit('text', text);\n  return [heard, told instanceof Told, typeof fs.readFileSync, typeof Streamed.prototype.pipe, typeof setImmediate, typeof Blob].join();\n};\n",
    ),
  );
  expect(load(code).thing_poll({ url_raw: "a" })).toEqual([
    { id: "a,true,function,function,function,function" },
  ]);
  expect(jshint(code)).toEqual([]);
});

test("built-ins that only newer versions of Node.js have are not there", async () => {
  const { diagnostics } = (await compile(
    integration(
      withTool("import sqlite from 'node:sqlite';\nexport const use = () => typeof sqlite.backup;\n"),
    ),
  ).catch((error) => error)) as Invalid;
  expect(diagnostics.map(({ message }) => message.split("\n")[1])).toEqual([
    "- `node:sqlite` of Node.js, which the platform does not give (tool/index.js, line 1)",
  ]);
});

test("warns of async functions in a package, which throw when they are called", async () => {
  const files = withTool(
    "export const use = (text) => text === '' ? later(text) : text;\nconst later = async (text) => text;\n",
  );
  const directory = integration(files);
  const { warnings, script } = await compile(directory);
  expect(warnings).toEqual([
    {
      code: "package-throws",
      severity: "warning",
      message:
        "The package `tool` has `async` functions or iterators without a counterpart in ES5, which throw when they are called (tool/index.js, line 2).\ntriggers/thing.ts imports tool/index.js.",
      hint: "Call its functions that give a value at once: a method of the platform waits for no promise.",
      file: `${directory}/triggers/thing.ts`,
      line: 8,
      column: 21,
    },
  ]);
  const zap = load(script.code);
  expect(zap.thing_poll({ url_raw: "a" })).toEqual([{ id: "a" }]);
  expect(() => zap.thing_poll({ url_raw: "" })).toThrow("An async function cannot run in ES5.");
});

test("warns of iterators in a package, and refuses its other generators", async () => {
  const iterator =
    "class List { *[Symbol.iterator]() { yield 1; } }\nexport const use = (text) => new List() && text;\n";
  const generator =
    "function* all(text) { yield text; }\nexport const use = (text) => Array.from(all(text))[0];\n";
  expect(await findingsOf(withTool(iterator))).toMatchObject([{ code: "package-throws" }]);
  expect(await findingsOf(withTool(generator))).toMatchObject([{ code: "package-needs" }]);
});

test("accepts async functions and generators of which only the constructor is read", async () => {
  const found = await findingsOf(
    withTool(
      "const made = [(async function () {}).constructor, (function* () {}).constructor];\nexport const use = (text) => text + made.length;\n",
    ),
  );
  expect(found).toEqual([]);
});

test("names that zapc has no types of are there, too", async () => {
  const source = own.replace(
    "const { hostname }",
    "navigator.toString();\n  new Blob();\n  const { hostname }",
  );
  expect(await findingsOf({ "app.ts": app("node"), "triggers/thing.ts": source })).toMatchObject([
    {
      message: "zapc has no types of `navigator`.",
      hint: "Declare it in a .d.ts file beside app.ts: `declare const navigator: …;`. A script has no page. `$.parseHTML` and `$.parseXML` read documents.",
    },
    {
      message: "zapc has no types of `Blob`.",
      hint: "Declare it in a .d.ts file beside app.ts: `declare const Blob: …;`.",
    },
  ]);
});

test("the types are those of the table, and Node.js and the simulator have all of them", () => {
  const file = new URL("../../src/model/globals/node-engine.d.ts", import.meta.url);
  const declared = readFileSync(file, "utf8").matchAll(/^declare (?:const|function) (\w+)/gm);
  const names = new Set([...declared].map(([, name]) => name).filter((name) => name !== "require"));
  expect([...names].sort()).toEqual([...typedNodeGlobals].sort());
  expect(typedNodeGlobals.filter((name) => !(name in globalThis))).toEqual([]);
  const simulated = [...simulatedGlobals("converted"), "setInterval", "clearInterval"];
  const timers = ["setImmediate", "clearImmediate"];
  expect(typedNodeGlobals.filter((name) => ![...simulated, ...timers].includes(name))).toEqual([]);
});

const waiting = `${trigger.replace("Poll,", "Callback, Poll,")}
export function poll({ url_raw }: Poll<typeof trigger>, callback: Callback<Results>): void {
  const controller = new AbortController();
  const told: string[] = [];
  controller.signal.addEventListener("abort", ({ type }) => told.push(type));
  controller.abort();
  const { aborted } = controller.signal;
  const headers = new Headers({ "X-Key": "k" });
  const request = new Request(url_raw, { method: "POST", headers, body: "b" });
  const target = new EventTarget();
  target.addEventListener("seen", () => told.push("seen"));
  target.dispatchEvent(new Event("seen"));
  queueMicrotask(() => told.push("micro"));
  process.nextTick((text: string) => told.push(text), "tick");
  const never = setImmediate(() => told.push("never"));
  clearImmediate(never);
  const timer = setInterval(() => {
    clearInterval(timer);
    const { key } = structuredClone({ key: headers.get("x-key") });
    const answer = new Response("made", { status: 201 });
    const known = [aborted, request.method, key, answer.status, process.env.NOPE, global === globalThis];
    answer.text().then((text) => callback(null, [{ id: 1, told: told.sort().join(), text, known: known.join() }]));
  }, 5);
}
`;

test("a method that takes a callback may wait for what this engine gives later", async () => {
  const code = await codeOf({ "app.ts": app("node"), "triggers/thing.ts": waiting });
  const items = [{ id: 1, told: "abort,micro,seen,tick", text: "made", known: "true,POST,k,201,,true" }];
  const { thing_poll } = load(code);
  const onNode = new Promise((done) =>
    thing_poll({ url_raw: "https://a.com" }, (_: unknown, it: unknown) => done(it)),
  );
  expect(await onNode).toEqual(items);
  expect(jshint(code)).toEqual([]);
  const simulator = await simulate({ script: code, runtime: "converted" });
  try {
    expect(await simulator.poll("thing")).toMatchObject({ items });
  } finally {
    await simulator.close();
  }
});

test("a promise is no result, and the default engine has none of these names", async () => {
  const promised = own.replace(
    "const { hostname }",
    "return fetch(url_raw).then((answer) => answer.json());\n  const { hostname }",
  );
  const found = await findingsOf({ "app.ts": app("node"), "triggers/thing.ts": promised });
  expect(found.map(({ code }) => code)).toContain("TS2322");
  const onEs5 = await findingsOf({ "app.ts": app("es5"), "triggers/thing.ts": waiting });
  const hints = onEs5.flatMap(({ message, hint }) =>
    /`(AbortController|Headers|setInterval)`/.test(message) ? [`${message} ${hint}`] : [],
  );
  expect(hints).toEqual([
    'The platform has no global `AbortController`. Say `engine: "node"` in app.ts, which has it.',
    'The platform has no global `Headers`. Say `engine: "node"` in app.ts, which has it.',
    "The platform leaves `setInterval` undefined. Use `setTimeout`, in a method that takes a callback, or a loop. A method has 30 seconds.",
  ]);
});
