import { expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import type { Invalid } from "../../src/model/diagnostic.ts";
import { availableEngines } from "../conformance/engines.ts";
import { integration, trigger } from "./integration.ts";

const thing = `${trigger.replace("RequestResult, ", "").replace("PostPoll, PrePoll, ", "")}
import { use } from "tool";

export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: use(bundle.url_raw) }];
}
`;

const type = '{ "type": "module", "main": "index.js", "types": "index.d.ts" }';
const tool = {
  "triggers/thing.ts": thing,
  "node_modules/tool/package.json": type,
  "node_modules/tool/index.d.ts": "export declare function use(text: string): string;\n",
};

/** Compiles a source that imports `use` from a package of these files, `index.js` if it is one. */
function compileWith(code: string | { readonly [path: string]: string }) {
  const files = typeof code === "string" ? { "index.js": code } : code;
  const placed = Object.entries(files).map(([path, text]) => [`node_modules/tool/${path}`, text]);
  return compile(integration({ ...tool, ...Object.fromEntries(placed) }));
}

/** What is said of each need, without where it comes from: that is the same for all. */
async function needsOf(code: Parameters<typeof compileWith>[0]): Promise<string[]> {
  const { diagnostics } = (await compileWith(code).catch((error) => error)) as Invalid;
  const from = ": triggers/thing.ts imports tool/index.js.";
  return (diagnostics ?? []).map(({ code, message }) =>
    code === "package-needs" ? message.replace(from, "") : `${code}: ${message}`,
  );
}

const es5Engines = availableEngines.filter(({ name }) => name.includes("ES5 and nothing more"));

/** What `use("a")` gives on each engine that has ES5 and nothing more. */
function runOnEs5(zap: string): string[] {
  const calls = 'print(Zap.thing_poll({ url_raw: "a" })[0].id);';
  return es5Engines.map((engine) => engine.run({ zap, calls }));
}

/** Packages that lack something, and what. */
const lacking: { readonly [fact: string]: { readonly code: string; readonly needs: readonly string[] } } = {
  "globals of the language, each once": {
    code: "export const use = (text) => new Map([[text, new Set([Symbol.iterator])]]).size + new Map().size;",
    needs: [
      "`tool/index.js` needs `Map`, which ES5 lacks (line 1)",
      "`tool/index.js` needs `Set`, which ES5 lacks (line 1)",
      "`tool/index.js` needs `Symbol`, which ES5 lacks (line 1)",
    ],
  },
  "globals of browsers and of Node.js": {
    code: "export const use = (text) => window.btoa(text) +\n  Buffer.from(text) +\n  process.env.HOME;",
    needs: [
      "`tool/index.js` needs `window`, which the platform does not have (line 1)",
      "`tool/index.js` needs `Buffer`, which the platform does not have (line 2)",
      "`tool/index.js` needs `process`, which the platform leaves undefined (line 3)",
    ],
  },
  "the constructor `Function`": {
    code: "const root = typeof globalThis === 'object' && globalThis || Function('return this')();\nexport const use = () => root;",
    needs: ["`tool/index.js` needs `Function`, which the platform leaves undefined (line 1)"],
  },
  "functions and constants of what is built in, also under other names": {
    code: "const { assign } = Object;\nconst copy = Object.assign;\nexport const use = (text) => copy({}, { text, small: Number.EPSILON }) && Array.from(text);",
    needs: [
      "`tool/index.js` needs `Object.assign`, which ES5 lacks (line 3)",
      "`tool/index.js` needs `Number.EPSILON`, which ES5 lacks (line 3)",
      "`tool/index.js` needs `Array.from`, which ES5 lacks (line 3)",
    ],
  },
  "methods whose names say what they are of": {
    code: "export const use = (text) => text.padStart(3) + [text].includes('a') + text.split('').find((it) => it > 'a');",
    needs: [
      "`tool/index.js` needs the method `padStart`, which ES5 lacks (line 1)",
      "`tool/index.js` needs the method `includes`, which ES5 lacks (line 1)",
      "`tool/index.js` needs the method `find`, which ES5 lacks (line 1)",
    ],
  },
  "methods with common names, of what is surely a text or an array": {
    code: "export const use = (text) => Object.keys(text).fill(0) + Array.prototype.flat.call([text]) + ('a' + text).at(-1);",
    needs: [
      "`tool/index.js` needs the method `fill`, which ES5 lacks (line 1)",
      "`tool/index.js` needs the method `flat`, which ES5 lacks (line 1)",
      "`tool/index.js` needs the method `at`, which ES5 lacks (line 1)",
    ],
  },
  "regular expressions, the first of them": {
    code: "const word = /\\p{L}+/u;\nconst end = new RegExp('(?<=' + 'a)b');\nexport const use = (text) => word.test(text) && end.test(text);",
    needs: ["`tool/index.js` needs `/\\p{L}+/u`, which ES5 lacks (line 1)"],
  },
  "what a package says that it cannot do without": {
    code: "export const use = (text) => { if (typeof Promise === 'undefined') throw new Error('No Promise.'); return Promise.resolve(text); };",
    needs: ["`tool/index.js` needs `Promise`, which ES5 lacks (line 1)"],
  },
  "modules of Node.js, by import and by `require`": {
    code: "import { readFileSync } from 'node:fs';\nimport { sep } from 'path';\nexport const use = (text) => readFileSync(text) + sep;",
    needs: [
      "`tool/index.js` needs `fs` of Node.js, which the platform does not give (line 1)",
      "`tool/index.js` needs `path` of Node.js, which the platform does not give (line 2)",
    ],
  },
  "a module of the platform before a method runs": {
    code: "import { parse } from 'url';\nexport const use = (text) => parse(text).host;",
    needs: [
      '`tool/index.js` needs `require("url")` while the file loads, where the platform does not give it (line 1)',
    ],
  },
  "a package that is not installed": {
    code: "import { other } from '@some/other';\nexport const use = other;",
    needs: ["`tool/index.js` imports `@some/other`, which is not installed (line 1)"],
  },
  "syntax without a counterpart in ES5": {
    code: "export const use = async (text) => { for await (const it of text) return it; };\nclass Failed extends Error {}\nuse.fail = new Failed();",
    needs: [
      "`tool/index.js` cannot become ES5 (line 1)\nThe platform does not wait for promises: an `async` function cannot run there.",
      "`tool/index.js` cannot become ES5 (line 2)\nIn ES5 a class cannot extend what is built in: its instances would not be of the class, or it would throw.",
    ],
  },
};

test.each(Object.entries(lacking))("finds %s", async (_, { code, needs }) => {
  expect(await needsOf(code)).toEqual(needs);
});

test("finds what cannot be in strict mode", async () => {
  const files = {
    "package.json": '{ "main": "index.js", "types": "index.d.ts" }',
    "index.js": "exports.use = (text) => last(1, text);\nfunction last(a, a) { return a; }\n",
  };
  expect(await needsOf(files)).toEqual([
    "`tool/index.js` cannot become ES5 (line 2)\nzap.js is in strict mode: Argument name clash.",
  ]);
});

/** Packages that come with what they lack, or look first; `use("a")` gives `"a"` wherever there is ES5 and nothing more. */
const guarded: { readonly [fact: string]: string } = {
  "what is not imported":
    "export const use = (text) => text;\nexport const other = () => new Map();\nexport async function later() {}\nexport const big = () => 7n;\nexport class Failed extends Error {}",
  "functions that only such call":
    "function seen() { return new Map(); }\nfunction other() { return seen(); }\nexport const use = (text) => text;\nexport { other };",
  "another way where a global is missing":
    "const seen = typeof Map === 'function' ? new Map() : {};\nexport const use = (text) => { seen[text] = text; return seen[text]; };",
  "a test that is a variable":
    "const isBrowser = typeof window !== 'undefined' && typeof document !== 'undefined';\nexport const use = (text) => (isBrowser ? document.title + navigator.language : text);",
  "a test that is a function":
    "const hasSymbols = () => typeof Symbol === 'function';\nexport function use(text) { if (hasSymbols()) return String(Symbol(text)) + Object.getOwnPropertySymbols(text); return text; }",
  "a method that is looked for": "export const use = (text) => (text.padEnd ? text.padEnd(1) : text);",
  "a method that is looked for, and left where there is none":
    "export function use(text) { if (!text.repeat) return text; return text.repeat(1); }",
  "a function that stands in":
    "const assign = Object.assign || ((to, from) => { for (const key in from) to[key] = from[key]; return to; });\nexport const use = (text) => assign({}, { text }).text;",
  "a method that it adds":
    "if (!Array.prototype.includes) Array.prototype.includes = function (it) { return this.indexOf(it) >= 0; };\nexport const use = (text) => ([text].includes(text) ? text : '');",
  "methods of its own under such a name":
    "class List { includes(text) { return text; } find(text) { return text; } }\nexport const use = (text) => new List().includes(new List().find(text));",
  "what may fail":
    "export function use(text) { try { return new Intl.Collator().compare(text, text); } catch { return text; } }",
  "typed arrays, where what comes with them is looked for":
    "export const use = (text) => (text.crypto && text.crypto.getRandomValues ? new Uint32Array(2) : text);",
  "types that no value has":
    "export const use = (text) => (typeof text === 'symbol' ? Symbol.prototype.toString.call(text) : text);",
  "the production build of a package":
    "export const use = (text) => { if (process.env.NODE_ENV !== 'production') new Map(); return text; };",
};

test.each(Object.entries(guarded))("accepts %s", async (_, code) => {
  const { script } = await compileWith(code);
  expect(runOnEs5(script.code)).toEqual(es5Engines.map(() => "a"));
});

const ofCommonJs = { "package.json": type.replace('"type": "module", ', "") };

test("accepts modules of CommonJS that are loaded behind a test", async () => {
  const { script } = await compileWith({
    ...ofCommonJs,
    "index.js":
      "var hasMap = require('./has-map')();\nexports.use = hasMap ? require('./modern') : require('./old');",
    "has-map.js":
      "module.exports = function () { if (typeof Map !== 'function') { return false; } return true; };",
    "modern.js":
      "var fs = require('fs');\nmodule.exports = function (text) { return new Map([[text, fs]]); };",
    "old.js": "module.exports = function (text) { return text; };",
  });
  expect(runOnEs5(script.code)).toEqual(es5Engines.map(() => "a"));
});

test("accepts a factory for every kind of module", async () => {
  const { script } = await compileWith({
    ...ofCommonJs,
    "index.js": `(function (root, factory) {
  if (typeof define === "function" && define.amd) define([], factory);
  else if (typeof exports === "object" && typeof module !== "undefined") module.exports = factory();
  else (root || self).tool = factory();
})(this, function () { return { use: function (text) { return text; }, seen: function () { return new Set(); } }; });
`,
  });
  expect(script.code).toContain("new Set()");
});

test("finds what methods need that something calls by name", async () => {
  const files = {
    ...ofCommonJs,
    "index.js":
      "exports.use = function (text) { return exports.seen(text); };\nexports.seen = function () { return new Set(); };",
  };
  expect(await needsOf(files)).toEqual(["`tool/index.js` needs `Set`, which ES5 lacks (line 2)"]);
});

test("names the import chain, and points at the import of the author", async () => {
  const directory = integration({
    ...tool,
    "triggers/thing.ts": thing.replace('"tool"', '"../text.ts"'),
    "text.ts": '// Why.\nexport { use } from "tool";\n',
    "node_modules/tool/index.js": "export { use } from './inner.js';\n",
    "node_modules/tool/inner.js": "export { use } from './innermost.js';\n",
    "node_modules/tool/innermost.js": "import pick from '@some/other';\nexport const use = pick;\n",
    "node_modules/@some/other/package.json": '{ "main": "lib/pick" }',
    "node_modules/@some/other/lib/pick.js":
      "module.exports = function (text) {\n  return Object.entries(text);\n};\n",
  });
  const { diagnostics } = (await compile(directory).catch((error) => error)) as Invalid;
  expect(diagnostics).toEqual([
    {
      code: "package-needs",
      severity: "error",
      message:
        "`@some/other/lib/pick.js` needs `Object.entries`, which ES5 lacks (line 2): text.ts imports tool/index.js, which imports tool/innermost.js, which imports @some/other/lib/pick.js.",
      file: `${directory}/text.ts`,
      line: 2,
      column: 21,
      hint: "Choose a package, or a version of it, that runs on ES5, or import only a part of it that does without.",
    },
  ]);
});

test("gives what a package asks of the platform by `require` in a function", async () => {
  const { script } = await compileWith({
    ...ofCommonJs,
    "index.js": "exports.use = function (text) { return require('url').parse(text).host; };",
  });
  expect(script.code).toContain('return require("url").parse(text).host;');
});

test("remembers what packages need", async () => {
  const { Cache } = await import("../../src/compiler/cache.ts");
  const cache = new Cache();
  const directory = integration({
    ...tool,
    "node_modules/tool/index.js": "export const use = () => new Map();\n",
  });
  const [first, second] = [
    await compile(directory, cache).catch((it) => it),
    await compile(directory, cache).catch((it) => it),
  ];
  expect((second as Invalid).diagnostics).toEqual((first as Invalid).diagnostics);
});
