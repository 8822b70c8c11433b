import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { es5Paths, es5Versions } from "../../src/compiler/packages/es5-versions.ts";
import type { Invalid } from "../../src/model/diagnostic.ts";
import { integration } from "./integration.ts";
import { compileWith, ofCommonJs, thing, tool } from "./tool-package.ts";

/** What a package needs: the lines of the verdict on it. */
async function needsOf(code: Parameters<typeof compileWith>[0]): Promise<string[]> {
  const { diagnostics } = (await compileWith(code).catch((error) => error)) as Invalid;
  return (diagnostics ?? []).flatMap(({ code, message }) =>
    code === "package-needs" ? message.split("\n").slice(1, -1) : [`${code}: ${message}`],
  );
}

/** Packages that lack something, and what. */
const lacking: { readonly [fact: string]: { readonly code: string; readonly needs: readonly string[] } } = {
  "globals of the language, each once": {
    code: "export const use = (text) => new Map([[text, new Set([Symbol.iterator])]]).size + new Map().size;",
    needs: [
      "- `Map`, which ES5 lacks (tool/index.js, line 1)",
      "- `Set`, which ES5 lacks (tool/index.js, line 1)",
      "- `Symbol`, which ES5 lacks (tool/index.js, line 1)",
    ],
  },
  "globals of browsers and of Node.js": {
    code: "export const use = (text) => window.btoa(text) +\n  Buffer.from(text) +\n  process.env.HOME;",
    needs: [
      "- `window`, which the platform does not have (tool/index.js, line 1)",
      "- `Buffer`, which the platform does not have (tool/index.js, line 2)",
      "- `process`, which the platform leaves undefined (tool/index.js, line 3)",
    ],
  },
  "the constructor `Function`": {
    code: "const half = Function('number', 'return number / 2');\nexport const use = (text) => half(text.length);",
    needs: ["- `Function`, which the platform leaves undefined (tool/index.js, line 1)"],
  },
  "functions and constants of what is built in, also under other names": {
    code: "const { assign } = Object;\nconst copy = Object.assign;\nexport const use = (text) => copy({}, { text, small: Number.EPSILON }) && Array.from(text);",
    needs: [
      "- `Object.assign`, which ES5 lacks (tool/index.js, line 3)",
      "- `Number.EPSILON`, which ES5 lacks (tool/index.js, line 3)",
      "- `Array.from`, which ES5 lacks (tool/index.js, line 3)",
    ],
  },
  "methods whose names say what they are of": {
    code: "export const use = (text) => text.padStart(3) + [text].includes('a') + text.split('').find((it) => it > 'a');",
    needs: [
      "- the method `padStart`, which ES5 lacks (tool/index.js, line 1)",
      "- the method `includes`, which ES5 lacks (tool/index.js, line 1)",
      "- the method `find`, which ES5 lacks (tool/index.js, line 1)",
    ],
  },
  "methods with common names, of what is surely a text or an array": {
    code: "export const use = (text) => Object.keys(text).fill(0) + Array.prototype.flat.call([text]) + ('a' + text).at(-1);",
    needs: [
      "- the method `fill`, which ES5 lacks (tool/index.js, line 1)",
      "- the method `flat`, which ES5 lacks (tool/index.js, line 1)",
      "- the method `at`, which ES5 lacks (tool/index.js, line 1)",
    ],
  },
  "regular expressions, the first of them": {
    code: "const word = /\\p{L}+/u;\nconst end = new RegExp('(?<=' + 'a)b');\nexport const use = (text) => word.test(text) && end.test(text);",
    needs: ["- `/\\p{L}+/u`, which ES5 lacks (tool/index.js, line 1)"],
  },
  "a need that a package declares": {
    code: "export const use = (text) => { if (typeof Promise === 'undefined') throw new Error('No Promise.'); return Promise.resolve(text); };",
    needs: ["- `Promise`, which ES5 lacks (tool/index.js, line 1)"],
  },
  "modules of Node.js, by import and by `require`": {
    code: "import { readFileSync } from 'node:fs';\nimport { sep } from 'path';\nexport const use = (text) => readFileSync(text) + sep;",
    needs: [
      "- `fs` of Node.js, which the platform does not give (tool/index.js, line 1)",
      "- `path` of Node.js, which the platform does not give (tool/index.js, line 2)",
    ],
  },
  "a module of the platform before a method runs": {
    code: "import { parse } from 'url';\nexport const use = (text) => parse(text).host;",
    needs: [
      '- `require("url")` while the file loads, where the platform does not give it (tool/index.js, line 1)',
    ],
  },
  "a package that is not installed": {
    code: "import { other } from '@some/other';\nexport const use = other;",
    needs: ["- `@some/other`, which is not installed (tool/index.js, line 1)"],
  },
  "syntax without a counterpart in ES5": {
    code: "export const use = async (text) => { for await (const it of text) return it; };\nclass Failed extends Array {}\nuse.fail = new Failed();",
    needs: [
      "- An `async` function has no counterpart in ES5 (tool/index.js, line 1)",
      "- In ES5 a class can extend `Error`, and no other class that is built in: its instances would not be of the class, or it would throw (tool/index.js, line 2)",
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
    "- zap.js is in strict mode: Argument name clash (tool/index.js, line 2)",
  ]);
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
  expect(await needsOf(files)).toEqual(["- `Set`, which ES5 lacks (tool/index.js, line 2)"]);
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
      message: [
        "The package `tool` needs more than zap.js has:",
        "- `Object.entries`, which ES5 lacks (@some/other/lib/pick.js, line 2)",
        "text.ts imports tool/index.js, which imports tool/innermost.js, which imports @some/other/lib/pick.js.",
      ].join("\n"),
      file: `${directory}/text.ts`,
      line: 2,
      column: 21,
      hint: 'Say `engine: "node"` in app.ts: the converted runtime, which runs scripts today, has it. The legacy runtime then refuses zap.js.',
    },
  ]);
});

test("gives one verdict on a package, with some of what it needs, the worst first", async () => {
  const { diagnostics } = (await compileWith({
    "index.js":
      "import fs from 'fs';\nimport { later } from './later.js';\nexport const use = (text) => new Map([[text, new Set()]]).size + [1].flat() + Object.entries(text) + fs.sep + later(text);\n",
    "later.js":
      "export const later = (text) => Promise.all([text.padEnd(1), (async () => 1)(), document.title]);\n",
  }).catch((error) => error)) as Invalid;
  expect(diagnostics).toMatchObject([
    {
      code: "package-needs",
      message: [
        "The package `tool` needs more than zap.js has:",
        "- `document`, which the platform does not have (tool/later.js, line 1)",
        "- An `async` function has no counterpart in ES5 (tool/later.js, line 1)",
        "- `fs` of Node.js, which the platform does not give (tool/index.js, line 1)",
        "- `Promise`, which ES5 lacks (tool/later.js, line 1)",
        "- the method `padEnd`, which ES5 lacks (tool/later.js, line 1)",
        "- and 4 more",
        "triggers/thing.ts imports tool/index.js, which imports tool/later.js.",
      ].join("\n"),
      hint: "Choose a package that needs no browser and no Node.js, or import only a part of it that does without.",
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
  const { Cache } = await import("../../src/source/cache.ts");
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

/** The advice on a package with `Map`, of this version. */
async function adviceOn(name: string, version: string): Promise<string | undefined> {
  const directory = integration({
    "triggers/thing.ts": thing.replace(`"tool"`, `"${name}"`),
    [`node_modules/${name}/package.json`]: JSON.stringify({
      name,
      version,
      main: "index.js",
      types: "index.d.ts",
    }),
    [`node_modules/${name}/index.js`]: "export const use = (text) => new Map([[text, 1]]).size;",
    [`node_modules/${name}/index.d.ts`]: "export declare function use(text: string): number;",
  });
  const { diagnostics } = (await compile(directory).catch((error) => error)) as Invalid;
  return diagnostics.find(({ code }) => code === "package-needs")?.hint;
}

test("advises an earlier version that runs on ES5, where one is known and is not installed", async () => {
  const other = await adviceOn("tool", "1.0.0");
  expect(other).toMatch(/^Say `engine: "node"` in app\.ts/);
  expect(await adviceOn("slugify", "1.6.6")).toBe(
    `Install an earlier version, which runs on ES5: \`npm install slugify@1.2.1\`. Or: ${other}`,
  );
  expect(await adviceOn("slugify", "1.2.1")).toBe(other);
});

test("advises the file of a package that runs on ES5, where one is known", async () => {
  const other = await adviceOn("tool", "1.0.0");
  expect(await adviceOn("nanoid", "5.1.16")).toBe(
    `Import \`nanoid/non-secure\`, which runs on ES5. Or: ${other}`,
  );
});

test("the versions and files that are advised are those that bench/ tries", () => {
  const { devDependencies } = JSON.parse(readFileSync("bench/package.json", "utf8"));
  const tried = Object.values<string>(devDependencies).filter((version) => version.startsWith("npm:"));
  expect(tried).toEqual([...es5Versions].map(([name, version]) => `npm:${name}@${version}`));
  const calls = readFileSync("bench/packages/older.mjs", "utf8");
  expect([...es5Paths.values()].filter((path) => !calls.includes(`from "${path}"`))).toEqual([]);
});
