import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { openCache } from "../../src/source/cache.ts";
import { jshint } from "../jshint.ts";
import { app, codeOf, load, withTool } from "./engine-app.ts";
import { integration, trigger } from "./integration.ts";

/* Syntax beyond ES5 that the engine `node` runs: BigInts, symbols as keys, classes that extend what is built in. */

test("a symbol may be a key beside the rest of an object", async () => {
  const files = {
    "app.ts": app("node"),
    "keys.js":
      "const key = Symbol('key'), other = Symbol('other');\nexport function taken() {\n  const { [key]: found, ...rest } = { [key]: 1, [other]: 2, plain: 3 };\n  return [found, key in rest, rest[other], rest.plain];\n}\n",
    "triggers/thing.ts": `import { taken } from "../keys.js";\n${trigger}
export function poll(_: Poll<typeof trigger>): Results {
  return [{ id: taken().join() }];
}
`,
  };
  expect(load(await codeOf(files)).thing_poll({})).toEqual([{ id: "1,false,2,3" }]);
});

test("BigInts are raised to powers", async () => {
  const files = {
    "app.ts": app("node"),
    "powers.js": `export function powers() {
  const power = (base, exponent) => base ** exponent;
  const held = { large: 2n };
  held.large **= 5n;
  const errors = [() => power(2n, 1), () => power(2n, -1n)].map((fail) => {
    try { return fail(); } catch (error) { return error.name; }
  });
  return [power(2, 3), power("2", 3), power(2n, 100n), power(3n, 0n), power(-3n, 3n), held.large, 2n ** 64n, ...errors];
}
`,
    "triggers/thing.ts": `import { powers } from "../powers.js";\n${trigger}
export function poll(_: Poll<typeof trigger>): Results {
  return [{ id: powers().join() }];
}
`,
  };
  const code = await codeOf(files);
  const expected = "8,8,1267650600228229401496703205376,1,-27,32,18446744073709551616,TypeError,RangeError";
  expect(load(code).thing_poll({})).toEqual([{ id: expected }]);
  expect(jshint(code)).toEqual([]);
});

const withBigInts = `${trigger}
export function poll({ url_raw }: Poll<typeof trigger>): Results {
  const found = /^(?<scheme>\\w+):.(?<=.)/su.exec(url_raw);
  let large = 2n;
  large **= 64n;
  return [{ id: String(large - BigInt(1)), scheme: found?.groups?.["scheme"] ?? "" }];
}
`;

test("type-checked sources may have BigInts and later regular expressions", async () => {
  const code = await codeOf({ "app.ts": app("node"), "triggers/thing.ts": withBigInts });
  const bundle = { url_raw: "https://example.com" };
  expect(load(code).thing_poll(bundle)).toEqual([{ id: "18446744073709551615", scheme: "https" }]);
});

test("a build after the engine was named finds nothing of the other one", async () => {
  const directory = integration({ "app.ts": app("es5"), "triggers/thing.ts": withBigInts });
  mkdirSync(join(directory, "node_modules"));
  await expect(compile(directory, openCache(directory))).rejects.toThrow("Cannot find name 'BigInt'.");
  writeFileSync(join(directory, "app.ts"), app("node"));
  expect((await compile(directory, openCache(directory))).warnings).toEqual([]);
});

test("a class extends what is built in, and its objects are of both", async () => {
  const source = `${trigger}
class Count extends Map<string, number> {
  most = 0;
  add(word: string): void {
    const count = (this.get(word) ?? 0) + 1;
    this.set(word, count);
    this.most = Math.max(this.most, count);
  }
}
class Named extends Count {
  constructor(readonly name: string, ...counts: [string, number][]) {
    super(counts);
  }
}
class Words extends Array<string> {
  static [Symbol.hasInstance](value: unknown): boolean {
    return Array.isArray(value) && value.length === 2;
  }
}

export function poll({ url_raw }: Poll<typeof trigger>): Results {
  const named = new Named("words", ["a", 1]);
  for (const word of Words.from(url_raw.split(" "))) named.add(word);
  const words = new Words("x", "y").filter(Boolean);
  const kinds = [named instanceof Map, named instanceof Named, words instanceof Words, [] instanceof Words];
  return [{ id: named.name, most: named.most, size: named.size, kinds: kinds.join(), words: words.length }];
}
`;
  const code = await codeOf({ "app.ts": app("node"), "triggers/thing.ts": source });
  expect(load(code).thing_poll({ url_raw: "a b a" })).toEqual([
    { id: "words", most: 3, size: 2, kinds: "true,true,true,false", words: 2 },
  ]);
  expect(code).toContain("var _this = Reflect.construct(Map, arguments, this.constructor);");
  expect(jshint(code)).toEqual([]);
});

test("packages may use BigInt literals", async () => {
  const code = await codeOf(
    withTool("export const use = (text) => String(9007199254740993n + BigInt(text.length));\n"),
  );
  expect(load(code).thing_poll({ url_raw: "a" })).toEqual([{ id: "9007199254740994" }]);
  expect(jshint(code)).toEqual([]);
});

test("`import.meta` is an empty object in packages", async () => {
  const code = await codeOf(
    withTool("export const use = (text) => text + typeof import.meta + import.meta.url;\n"),
  );
  expect(load(code).thing_poll({ url_raw: "a" })).toEqual([{ id: "aobjectundefined" }]);
  expect(jshint(code)).toEqual([]);
});
