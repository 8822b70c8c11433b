import { cpSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { outputFiles } from "../../src/compiler/write.ts";
import { openCache } from "../../src/source/cache.ts";
import { project, trigger } from "./integration.ts";
import { compileWith, ofCommonJs } from "./tool-package.ts";

const files = {
  "scripting/triggers/thing.ts": `${trigger.replace("RequestResult, ", "").replace("PostPoll, PrePoll, ", "")}
import { doubled } from "numbers";

export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: doubled(bundle.trigger_fields.colour?.length ?? 1) }];
}
`,
  "node_modules/numbers/package.json":
    '{ "name": "numbers", "type": "module", "main": "numbers.js", "types": "numbers.d.ts" }',
  "node_modules/numbers/numbers.js":
    "export const doubled = (n) => n * 2;\nexport const halved = (n) => n / 2;\n",
  "node_modules/numbers/numbers.d.ts": "export declare function doubled(n: number): number;\n",
};

const iterating = {
  "node_modules/words/package.json":
    '{ "name": "words", "type": "module", "main": "words.js", "types": "words.d.ts" }',
  "node_modules/words/words.js": `export function joined(words) {
  const seen = [];
  for (const [index, word] of words) seen.push(index + word);
  const [first, ...others] = [...words].map(([, word]) => word);
  return [...seen, first, ...others].join();
}
`,
  "node_modules/words/words.d.ts": "export declare function joined(words: string): string;\n",
  "scripting/triggers/thing.ts": `${trigger.replace("RequestResult, ", "").replace("PostPoll, PrePoll, ", "")}
import { joined } from "words";

export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: joined(bundle.url_raw) }];
}
`,
};

const commonJs = {
  "node_modules/shapes/package.json": '{ "name": "shapes", "main": "shapes.js", "types": "shapes.d.ts" }',
  "node_modules/shapes/shapes.js": `'use strict'
class Shape {
  constructor(...sides) {
    this.sides = [...sides]
  }
}
class Square extends Shape {
  constructor(side) {
    super(side, ...[side, side, side])
  }
}
module.exports = { around: (side) => {
  let sum = 0
  for (const it of new Square(side).sides) sum += it
  const { length, ...others } = { ...new Square(side) }
  return sum + Object.keys(others).join()
} }
`,
  "node_modules/shapes/shapes.d.ts": "export declare function around(side: number): string;\n",
  "scripting/triggers/thing.ts": `${trigger.replace("RequestResult, ", "").replace("PostPoll, PrePoll, ", "")}
import { around } from "shapes";

export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: around(bundle.url_raw.length) }];
}
`,
};

const inLanguages = {
  "node_modules/greetings/package.json": '{ "name": "greetings", "main": "index.js", "types": "index.d.ts" }',
  "node_modules/greetings/index.js":
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a template of the package
    'exports.greeting = (key, name) => `${require("./lang/" + key).hello}, ${name}!`;\n',
  "node_modules/greetings/lang/de.js": "exports.hello = 'Hallo';\n",
  "node_modules/greetings/lang/fr.js": "export const hello = 'Bonjour';\n",
  "node_modules/greetings/index.d.ts":
    "export declare function greeting(key: string, name: string): string;\n",
  "scripting/triggers/thing.ts": `${trigger.replace("RequestResult, ", "").replace("PostPoll, PrePoll, ", "")}
import { greeting } from "greetings";

export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: greeting(bundle.url_raw, "Ada") }];
}
`,
};

test("bundles, lowers and shakes an npm package, the same wherever it stands", async () => {
  const [one, other] = await Promise.all([compile(project("a", files)), compile(project("b/c", files))]);
  expect(outputFiles(other)).toEqual(outputFiles(one));
  expect(one.script.code).toContain("{\n  // node_modules/numbers/numbers.js\n  var doubled = function(n) {");
  expect(one.script.code).not.toContain("halved");
  expect(JSON.parse(outputFiles(one).get("zap.js.map") as string).sources).toContain(
    "node_modules/numbers/numbers.js",
  );
});

test("iterates in a package what the package iterates", async () => {
  const { script } = await compile(project("a", iterating));
  const zap = vm.runInNewContext(`${script.code}; Zap`);
  const words = [
    [0, "a"],
    [1, "b"],
  ];
  for (const url_raw of [words, new Map(words as never)])
    expect(zap.thing_poll({ url_raw })[0].id).toBe("0a,1b,a,b");
});

test("fails loudly there on an engine that cannot iterate it", async () => {
  const { script } = await compile(project("a", iterating));
  const zap = vm.runInNewContext(`delete globalThis.Symbol; ${script.code}; Zap`);
  expect(() => zap.thing_poll({ url_raw: new Map() })).toThrow("object is not iterable");
});

test("lowers a package that is CommonJS, with the helpers that it needs in it", async () => {
  const { script } = await compile(project("a", commonJs));
  const zap = vm.runInNewContext(`${script.code}; Zap`);
  expect(zap.thing_poll({ url_raw: "abc" })).toEqual([{ id: "12sides" }]);
});

test("bundles all that a package may require by a name that it makes up", async () => {
  const { script } = await compile(project("a", inLanguages));
  const { thing_poll } = vm.runInNewContext(`${script.code}; Zap`);
  expect(thing_poll({ url_raw: "de" })).toEqual([{ id: "Hallo, Ada!" }]);
  expect(thing_poll({ url_raw: "fr" })).toEqual([{ id: "Bonjour, Ada!" }]);
  expect(() => thing_poll({ url_raw: "it" })).toThrow("Module not found in bundle: ./lang/it");
});

test("gives the same file wherever the packages stand", async () => {
  const scripting = project("a", {
    ...files,
    "node_modules/numbers/numbers.js":
      'import { by } from "./by.json";\nexport const doubled = (n) => n * by;\n',
    "node_modules/numbers/by.json": '{ "by": 2 }',
  });
  const deeper = join(scripting, "../deeper/scripting");
  cpSync(scripting, deeper, { recursive: true });
  const [one, other] = await Promise.all([compile(scripting), compile(deeper)]);
  expect(outputFiles(other)).toEqual(outputFiles(one));
});

test("type-checks among packages that are no modules unless they say so", async () => {
  const directory = project("a", { ...files, "package.json": '{ "type": "commonjs" }' });
  const { warnings } = await compile(directory, openCache(directory));
  expect(warnings).toEqual([]);
});

test("leaves a first line for a shell, and comments of HTML, out of zap.js", async () => {
  const { script } = await compileWith({
    ...ofCommonJs,
    "index.js":
      "#!/usr/bin/env node\nexports.use = function (text) { return text; };\n<!-- Old.\n--> Older.\n",
  });
  expect(script.code).not.toMatch(/env node|Old/);
  const { thing_poll } = vm.runInNewContext(`${script.code}; Zap`);
  expect(JSON.stringify(thing_poll({ url_raw: "a" }))).toBe('[{"id":"a"}]');
});
