import vm from "node:vm";
import { parse } from "acorn";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { hasEs5Engine, runOnEs5Engine } from "../conformance/es5-engine.ts";
import { jshint } from "../jshint.ts";
import { integration, trigger } from "./integration.ts";

/** What authors write, by its name: the body of a function whose value must be the same before and after. */
const features: { readonly [name: string]: string } = {
  "let in two loops of one function": `
    const seen: number[] = [];
    for (let i = 0; i < 2; i++) seen.push(i);
    for (let i = 5, n = 7; i < n; i++) { const twice = i * 2; seen.push(twice); }
    for (let i = 8, m = 9; i < m; i++) { const twice = i * 3; seen.push(twice); }
    return seen;`,
  "a constant in both branches": `
    const pick = (yes: boolean) => { if (yes) { const word = "yes"; return word; } else { const word = "no"; return word + "!"; } };
    return [pick(true), pick(false)];`,
  "a variable that is empty in each round": `
    const seen: unknown[] = [];
    for (let i = 0; i < 3; i++) { let last: number | undefined; if (i === 1) last = i; seen.push(last === undefined ? "none" : last); }
    for (let i = 0; i < 2; i++) { let last; seen.push(last === undefined); last = i; }
    return seen;`,
  "variables that shadow each other": `
    const name = "outer"; const seen = [name];
    { const name = "inner"; seen.push(name); { const name = "innermost"; seen.push(name); } seen.push(name); }
    return seen.concat(name);`,
  "functions that remember the round of a loop": `
    const later: (() => number)[] = [];
    for (let i = 0; i < 3; i++) later.push(() => i * 10);
    for (const n of [7, 8]) { if (n === 8) continue; later.push(() => n); }
    return later.map((call) => call());`,
  "leaving labelled loops": `
    const seen: string[] = [];
    rows: for (let i = 0; i < 3; i++) { for (let j = 0; j < 3; j++) { if (j === 1) continue rows; if (i === 2) break rows; seen.push(i + "/" + j); } }
    return seen;`,
  "returning from a loop with functions in it": `
    const calls: (() => number)[] = [];
    const first = (list: number[]) => { for (const n of list) { calls.push(() => n); if (n > 1) return "found " + n; } return "none"; };
    return [first([1, 2, 3]), first([]), calls.map((call) => call())];`,
  "for…of over pairs, with defaults": `
    const seen: string[] = [];
    for (const [key, value = 9] of [["a", 1], ["b"]] as [string, number?][]) seen.push(key + value);
    for (const { id, ...rest } of [{ id: 1, a: 2 }, { id: 2, a: 3 }]) seen.push(id + JSON.stringify(rest));
    return seen;`,
  "for…in": `
    const seen: string[] = [];
    for (const key in { a: 1, b: 2 }) seen.push(key);
    for (const key in { c: 3 }) seen.push(key);
    return seen;`,
  "while with an assignment": `
    const words = /\\w+/g; const seen: string[] = []; let match: RegExpExecArray | null;
    while ((match = words.exec("one two"))) seen.push(match[0]);
    let node: { next: typeof node } | undefined = { next: { next: undefined } }; let depth = 0;
    do { depth++; } while ((node = node?.next));
    return [seen, depth];`,
  "switch that falls through": `
    const cost = (size: string) => { let sum = 0; switch (size) { case "big": sum += 10; case "medium": sum += 5; break; case "none": default: { const rest = 1; sum += rest; } } return sum; };
    return [cost("big"), cost("medium"), cost("none"), cost("?")];`,
  "destructured parameters with defaults": `
    function f({ a = 1, b: { c = [2] } = {} as { c?: number[] }, ...rest }: { a?: number; b?: { c?: number[] }; d?: number } = {}, [x, , y = 3]: number[] = [0, 0]) { return [a, c, rest, x, y]; }
    return [f(), f({ a: 5, b: { c: [6] }, d: 7 }, [8, 9, 10])];`,
  "default parameters that use others": `
    const calls: string[] = []; const make = (name: string) => { calls.push(name); return name; };
    function f(a = make("a"), b = a + make("b"), c = () => b) { b += "!"; return c(); }
    return [f(), f("x"), f("x", "y"), f(undefined, "z"), calls];`,
  "rest parameters": `
    const sum = (first: number, ...more: number[]) => more.reduce((a, b) => a + b, first);
    return [sum(1), sum(1, 2, 3)];`,
  "swapping by destructuring": `
    let [i, j] = [1, 2]; [i, j] = [j, i]; let a: number; let rest: object; ({ a, ...rest } = { a: 3, b: 4 });
    return [i, j, a, rest];`,
  "computed and quoted keys": `
    const key: string = "k" + 1; const { [key]: taken = "none", "quoted-name": quoted, ...others } = { [key]: 5, "quoted-name": 6, ["comp" + 2]: 7 } as Record<string, unknown>;
    return [taken, quoted, others, { [key]: 1, key, ["x"]: 2 }];`,
  "spread of arrays": `
    const a = [1, 2]; const b = [...a, 3, ...a.map((n) => n * 2)]; return [b, [...b].reverse(), Math.max(...b), new Date(...([2020, 0, 5] as [number, number, number])).getDate()];`,
  "spread of objects": `
    const base = { a: 1, get b() { return 2; } }; const none: object | undefined = undefined;
    return [{ ...base, a: 3, c: { ...base } }, { ...(none as unknown as object) }];`,
  "a getter that a spread replaces": `
    return { get a() { return 1; }, ...{ a: 9 } };`,
  "spread of what a server sent": `
    const sent = z.JSON.parse<object>('{"__proto__": {"admin": true}, "hasOwnProperty": 1, "id": 2}');
    const copy = { ...sent } as { admin?: boolean }; const { id, ...rest } = sent as { id?: number; admin?: boolean };
    return [copy.admin === undefined, rest.admin === undefined, Object.keys(copy).length, id];`,
  "optional chaining": `
    type Deep = { x?: { y?: (n: number) => number; z?: { w: number } } }; const none = undefined as Deep | undefined; const some: Deep = { x: { y: (n) => n + 1 } };
    return [none?.x?.y?.(1) ?? "none", some?.x?.y?.(1), some.x?.["z"]?.w ?? "no z", none?.x?.z?.w.toFixed(1) ?? null];`,
  "optional calls as statements": `
    const seen: string[] = []; const api = { log: (text: string) => seen.push(text), missing: undefined as undefined | ((text: string) => void) };
    api.log?.("called"); api.missing?.("never"); const none = null as null | typeof api; none?.log("never");
    return seen;`,
  "?? beside ||": `
    const values = [0, "", false, null, undefined, "x"]; return values.map((value) => [value ?? "d", value || "d"]);`,
  "logical assignments": `
    const o: { a?: number | null; b: number; c: string; d?: string[] } = { a: null, b: 2, c: "" };
    o.a ??= 1; o.a ??= 5; o.b &&= o.b + 1; o.c ||= "text"; (o.d ??= []).push("x"); (o.d ??= []).push("y");
    return o;`,
  "assignments and calls joined in one statement": `
    const seen: string[] = []; const log = (text: string) => { seen.push(text); return text; }; let x = 0, y = 0;
    x = 1, y = 2, log("a"); log("b"), log("c"); !log("d"); void log("e"); x > 0 ? null : log("never"); x ? log("f") : log("never");
    x === 1 && log("g"); x !== 1 || log("h"); x && y || log("never"); !(x && y) && log("never"); (log("i"), x) && log("j");
    return [seen, x, y];`,
  "void before a call": `
    let calls = 0; const call = () => ++calls; const quiet = () => void call(); void call(); quiet();
    return [calls, quiet() === undefined, calls];`,
  "comparisons with what is no number": `
    const seen: string[] = []; const n = Number("x");
    if (!(n < 1)) seen.push("not less"); if (!(n >= 1) && !(n === 1)) seen.push("not more"); n <= 1 || seen.push("or"); !(n > 1) && seen.push("and");
    return [seen, !(n < 1), !(1 < 2) ? "a" : "b", String(!(n > 2)), [!(n <= 2)]];`,
  classes: `
    class Base { static count = 0; private secret = 1; constructor(readonly name: string, protected size = 2) { Base.count++; } get value() { return this.secret; } set value(v) { this.secret = v * 2; } describe() { return this.name + this.size; } static make(name: string) { return new Base(name); } }
    const made = Base.make("a"); made.value = 4;
    return [made.value, made.describe(), Base.count, made instanceof Base, made.constructor === Base, Object.keys(made).sort()];`,
  "classes that extend others": `
    abstract class Shape { sides = 0; abstract area(): number; describe(unit = "cm") { return this.area() + unit + this.sides; } static kind() { return "shape"; } }
    class Square extends Shape { sides = 4; constructor(private readonly a: number) { super(); } area() { return this.a ** 2; } describe(unit?: string) { return "square " + super.describe(unit); } static kind() { return "square, a " + super.kind(); } }
    class Named extends Square { tag = () => "#" + this.area(); }
    const named = new Named(3); return [named.describe(), named.describe("m"), named.tag(), Named.kind(), named instanceof Shape, Object.keys(named).sort()];`,
  "statics that change later": `
    class A { static n = 1; static list: number[] = []; static get twice() { return A.n * 2; } } class B extends A {} A.n = 2; B.list.push(5);
    return [B.n, B.twice, A.list, Object.keys(B)];`,
  "a comment before super": `
    class A { constructor(readonly n: number) {} }
    class B extends A {
      constructor() {
        // As the documentation says.
        super(7);
        // And then.
      }
    }
    return new B().n;`,
  "a callback with this of its class": `
    class Counter { n = 0; add(list: number[]) { list.forEach((x) => { this.n += x; }); return this; } }
    return new Counter().add([1, 2]).add([3]).n;`,
  "getters of an object": `
    let calls = 0; const o = { get now() { return ++calls; }, set now(v) { calls = v; }, plain() { return this.now; } }; o.now = 5;
    return [o.now, o.plain(), Object.keys(o)];`,
  "template literals": `
    const a = 1; const o = { toString: () => "text" }; return [\`\${a}\${a}\`, \`a\${\`b\${a}\`}c\`, \`\${o}\`, \`two
lines\`, \`\${null} \${undefined} \${[1, 2]}\`, \`\\\`\\\${}\`];`,
  "tagged templates": `
    const tag = (texts: TemplateStringsArray, ...values: unknown[]) => texts.join("|") + texts.raw.join("|") + values.join(); return tag\`a\\n\${1}b\${2}\`;`,
  enums: `
    enum Colour { Red, Green = "g", Blue = 3, Deep = Blue << 1 } const enum Flag { A = 1, B = A | 4 }
    return [Colour.Deep, Colour[0], Colour.Green, Flag.B, Object.keys(Colour).sort()];`,
  "an enum with quoted names": `
    enum Header { "content-type" = "a", Accept = "b" } return [Header["content-type"], Header.Accept, Header["Accept"]];`,
  "exponents and separators": `
    let n = 2; n **= 3; return [n, 2 ** 3 ** 2, (-2) ** 2, 1_000_000, 0b11, 0o17];`,
  "try, catch and finally": `
    const seen: string[] = []; const run = (fail: boolean) => { try { if (fail) throw new Error("no"); return "fine"; } catch { return "caught"; } finally { seen.push("finally"); } };
    try { seen.push(run(true), run(false)); throw new TypeError("x"); } catch (error) { seen.push((error as Error).message); } try { seen.push("again"); } catch (error) { seen.push("never"); }
    return seen;`,
  "functions in blocks": `
    const seen: number[] = []; for (let i = 0; i < 2; i++) { function twice() { return i * 2; } seen.push(twice()); } if (seen) { function once() { return 7; } seen.push(once()); }
    return seen;`,
  "recursion and functions that return functions": `
    const fact = (n: number): number => (n < 2 ? 1 : n * fact(n - 1)); const add = (a: number) => (b: number) => (c: number) => a + b + c;
    return [fact(5), add(1)(2)(3), [3, 1, 2].sort((a, b) => a - b)];`,
  "functions in loops that use what is around": `
    const wanted = ["a", "b"]; const found: string[] = []; for (const list of [["a", "x"], ["b"]]) found.push(...list.filter((word) => wanted.indexOf(word) >= 0));
    return found;`,
  "regular expressions": `
    return ["2020-01".replace(/(\\d+)-(\\d+)/, "$2/$1"), /\\/\\/ [/*]/.test("// *"), "a,b;c".split(/[,;]/), /^[\\w.]+$/i.test("A.b")];`,
  "texts with special characters": `
    return ["é 日本 \\u{1F600}", "\\u2028", 'it\\'s', "a\\tb", "// no comment", "/* nor this */", "ZAPC_COMMENT(1);"];`,
  "typeof of what may be missing": `
    const o: { class?: number } = { class: 1 }; return [typeof undefined, typeof o, typeof o.class, o["class"], o?.["class"]];`,
  "narrowing with satisfies and as const": `
    const table = { a: [1, 2], b: [3] } as const satisfies Record<string, readonly number[]>; type Key = keyof typeof table; const keys: Key[] = ["a", "b"];
    return keys.map((key) => table[key]!.length);`,
  "overloads and generics": `
    function over(a: string): string; function over(a: number): number; function over(a: string | number) { return a; } const ident = <T,>(x: T): T => x; const swap = <A, B>([a, b]: [A, B]): [B, A] => [b, a];
    return [over("a"), over(1), ident("x"), swap([1, "b"])];`,
  "a namespace": `
    return Geo.area(2) + Geo.Inner.next();`,
  "comments everywhere": `
    const a = /* one */ 1; // trailing
    const list = [
      1, // first
      // second
      2,
    ];
    switch (a) {
      // before
      case 1: // on the case
        break; // over
      default:
        // nothing
    }
    if (a) { /* empty */ } else { return 0; /* never */ }
    return list.map((n) => /* inline */ n + a); // the end`,
};

const names = Object.keys(features);
// mujs defines no value in the place of a getter, and cannot set a prototype: statics are copied there.
const onNodeOnly = ["a getter that a spread replaces", "statics that change later"];
const keyOf = (name: string) => `feature_${names.indexOf(name)}`;

function source(body: string): string {
  return `${trigger}
namespace Geo { export const half = 0.5; export function area(r: number) { return half * r ** 2; } export namespace Inner { export let n = 1; export const next = () => ++n; } }

function value(): unknown {${body}
}

export function poll(_: Poll<typeof trigger>): Results {
  return [{ id: 1, value: JSON.stringify([Geo.half, value()]) }];
}
`;
}

const print = `function valueOf(poll) { return poll({ meta: {} })[0].value; }`;
let before: { [key: string]: string };
let after: { [key: string]: string };
let onEs5Engine: { [key: string]: string };
let code: string;

beforeAll(async () => {
  const files = names.map((name) => [`triggers/${keyOf(name)}.ts`, source(features[name] as string)]);
  const directory = integration({ "triggers/thing.ts": trigger, ...Object.fromEntries(files) });
  const [compiled, modern] = await Promise.all([compile(directory), bundleForNode(directory)]);
  code = compiled.script.code;
  before = vm.runInNewContext(
    `${print}${modern}; var values = {}; for (var key in M) values[key] = valueOf(M[key].poll); values`,
    { z: { JSON } },
  );
  const values = `${print}var values = {}; Object.keys(Zap).forEach(function (key) { values[key.replace("_poll", "")] = valueOf(Zap[key]); });`;
  after = vm.runInNewContext(`${code}${values} values`, { z: { JSON } });
  if (hasEs5Engine)
    onEs5Engine = JSON.parse(
      runOnEs5Engine(`var z = { JSON: JSON };\n${code}${values}print(JSON.stringify(values));`),
    );
});

/** What the sources do on Node.js 20. */
async function bundleForNode(directory: string): Promise<string> {
  const lines = names.map((name) => `export * as ${keyOf(name)} from "./triggers/${keyOf(name)}.ts";`);
  const { outputFiles } = await build({
    stdin: { contents: lines.join("\n"), resolveDir: directory },
    bundle: true,
    format: "iife",
    globalName: "M",
    target: "node20",
    write: false,
  });
  return outputFiles[0]?.text as string;
}

describe("zap.js of all features", () => {
  test("is ES5", () => {
    expect(() => parse(code, { ecmaVersion: 5 })).not.toThrow();
  });

  test("has no line that the editor's JSHint marks", () => {
    expect(jshint(code)).toEqual([]);
  });
});

test.each(names)("%s: zap.js does what the source does on Node.js 20", (name) => {
  expect(after[keyOf(name)]).toBe(before[keyOf(name)]);
});

describe.runIf(hasEs5Engine)("on an engine that has ES5 and nothing more", () => {
  test.each(names.filter((name) => !onNodeOnly.includes(name)))("%s: does so, too", (name) => {
    expect(onEs5Engine[keyOf(name)]).toBe(before[keyOf(name)]);
  });
});
