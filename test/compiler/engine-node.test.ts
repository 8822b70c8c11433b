import vm from "node:vm";
import { expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import type { Invalid } from "../../src/model/diagnostic.ts";
import { loadScript } from "../../src/simulator/load.ts";
import { es5Only } from "../../src/source/es5-only.ts";
import { jshint } from "../jshint.ts";
import { integration, trigger } from "./integration.ts";
import { thing, tool } from "./tool-package.ts";

const app = (engine: string) => `import type { App } from "zapc";
export const app = {
  title: "Example", version: "1.2.3", description: "Example is a service for tests.", test_trigger: "thing",
  engine: "${engine}", auth: { type: "none" },
} as const satisfies App;
`;

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

const codeOf = async (files: { readonly [path: string]: string }) =>
  (await compile(integration(files))).script.code;

const findingsOf = (files: { readonly [path: string]: string }) =>
  compile(integration(files)).then(
    ({ warnings }) => warnings,
    ({ diagnostics }: Invalid) => diagnostics,
  );

/** Loads a script as the runner does. */
function load(code: string) {
  return new Function("require", `${code}\nreturn Zap;`)(process.getBuiltinModule);
}

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
