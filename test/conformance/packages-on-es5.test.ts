import { expect, test } from "vitest";
import { type Code, compileWith, ofCommonJs } from "../compiler/tool-package.ts";
import { describeOn, mujs } from "./other-engines.ts";

/** Packages that come with what they lack, or look first; `use("a")` gives `"a"` wherever there is ES5 and nothing more. */
const packages: { readonly [fact: string]: Code } = {
  "code that is not imported":
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
  "code that may fail":
    "export function use(text) { try { return new Intl.Collator().compare(text, text); } catch { return text; } }",
  "typed arrays, where what comes with them is looked for":
    "export const use = (text) => (text.crypto && text.crypto.getRandomValues ? new Uint32Array(2) : text);",
  "typed arrays, behind one that a variable holds":
    "const native = (name) => (typeof self === 'object' && self ? self[name] : undefined);\nconst DataView = native('DataView');\nexport const use = (text) => (DataView && new DataView(new ArrayBuffer(1)) ? '' : text);",
  "a property behind a test with `typeof`":
    "export const use = (text) => (typeof Intl !== 'undefined' && Intl.Collator ? new Intl.Collator().compare(text, text) : text);",
  "code behind a return where it is missing":
    "export function use(text) { if (typeof Map === 'undefined') return text; const seen = new Map([[text, '']]); return [1].map(() => seen.get(text)).join(); }",
  "code behind a return by a variable":
    "const hasBuffer = typeof Buffer !== 'undefined';\nexport function use(text) { if (!hasBuffer) { return text; } else { return Buffer.from(text).toString('hex'); } }",
  "a test whether the global object has it":
    "const root = typeof globalThis === 'object' ? globalThis : {};\nexport const use = (text) => ('WeakMap' in root ? new WeakMap() : text);",
  "a call where it is there": "export const use = (text) => Object.entries?.({ text })[0][1] ?? text;",
  "a function that only runs where it can":
    "function seen(text) { return new Set([text]).size; }\nexport const use = (text) => (typeof Set === 'undefined' ? text : seen(text));",
  "the global object by `Function`":
    "const free = typeof global === 'object' && global && global.Object === Object && global;\nconst root = free || Function('return this')();\nconst other = new Function('return this;')();\nexport const use = (text) => (other.Map ? '' : root.String(text));",
  "code behind a function that is always there":
    "export function use(text) { if (parseInt) return text; else if (window.parseInt) return window.parseInt(text); }",
  "the methods of all functions by `Function`":
    "const { toString } = Function.prototype;\nconst call = Function.prototype.call;\nexport const use = (text) => (/function/.test(toString.call(use)) ? call.call(String, null, text) : '');",
  "methods of its own on what `replace` returns":
    "const rule = { replace() { return rule; }, at() { return rule; }, done: (text) => text };\nexport const use = (text) => rule.replace(/a/, '').at(0).done(text);",
  "a method of what `replace` returns that no text has":
    "export const use = (text) => (text.length > 1 ? text.replace('a', 'b').toRule() : text);",
  "a part of what `split` returns": "export const use = (text) => text.split('.')[0];",
  "comments in a chain":
    "export const use = (text) => text\n  // Without spaces.\n  .trim()\n  /* and */ .split(' ') // by words\n  .join('');",
  "types that no value has":
    "export const use = (text) => (typeof text === 'symbol' ? Symbol.prototype.toString.call(text) : text);",
  "the production build of a package":
    "export const use = (text) => { if (process.env.NODE_ENV !== 'production') new Map(); return text; };",
  "modules of CommonJS that are loaded behind a test": {
    ...ofCommonJs,
    "index.js":
      "var hasMap = require('./has-map')();\nexports.use = hasMap ? require('./modern') : require('./old');",
    "has-map.js":
      "module.exports = function () { if (typeof Map !== 'function') { return false; } return true; };",
    "modern.js":
      "var fs = require('fs');\nmodule.exports = function (text) { return new Map([[text, fs]]); };",
    "old.js": "module.exports = function (text) { return text; };",
  },
};

const compiled = new Map<string, Promise<string>>();

/** The zap.js with a package, compiled once. */
function zapWith(fact: string): Promise<string> {
  const zap = compiled.get(fact) ?? compileWith(packages[fact] as Code).then(({ script }) => script.code);
  compiled.set(fact, zap);
  return zap;
}

test.each(Object.keys(packages))("accepts %s", async (fact) => {
  expect(await zapWith(fact)).toContain("var Zap = ");
});

describeOn([mujs], ({ run }) => {
  test.each(Object.keys(packages))("runs %s", async (fact) => {
    const calls = 'print(Zap.thing_poll({ url_raw: "a" })[0].id);';
    expect(run({ zap: await zapWith(fact), calls })).toBe("a");
  });
});
