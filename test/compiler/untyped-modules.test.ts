import { expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import type { Invalid } from "../../src/model/diagnostic.ts";
import { load } from "./engine-app.ts";
import { integration, trigger } from "./integration.ts";

const thing = (module: string) => `import { half } from "${module}";
${trigger}
export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: half(bundle.zap.id) }];
}
`;
const halves = {
  "node_modules/halves/package.json": '{ "name": "halves", "version": "1.0.0", "main": "index.js" }',
  "node_modules/halves/index.js": "exports.half = function (number) { return number / 2; };\n",
};
const typed = 'declare module "halves" { export function half(number: number): number; }\n';

function findings(files: { readonly [path: string]: string }) {
  return compile(integration(files)).then(
    ({ warnings }) => warnings,
    ({ diagnostics }: Invalid) => diagnostics,
  );
}

test("a package without types has them from a .d.ts of the sources", async () => {
  const files = { ...halves, "triggers/thing.ts": thing("halves") };
  expect(await findings(files)).toMatchObject([
    {
      code: "TS7016",
      message: "Nothing says what the types of the module 'halves' are.",
      hint: 'Write its types into a .d.ts file beside app.ts, `declare module "halves";` say, or install a package that has them.',
    },
  ]);
  expect(await findings({ ...files, "halves.d.ts": 'declare module "halves";\n' })).toEqual([]);
  expect(await findings({ ...files, "types/packages.d.ts": typed })).toEqual([]);
});

test("the types of a .d.ts are checked", async () => {
  const wrong = { ...halves, "triggers/thing.ts": thing("halves").replace("bundle.zap.id", '"7"') };
  expect(await findings({ ...wrong, "types.d.ts": typed })).toMatchObject([
    { code: "TS2345", message: "Argument of type 'string' is not assignable to parameter of type 'number'." },
  ]);
});

test.each(["js", "mjs", "cjs"])("a source that is JavaScript runs as such: .%s", async (ending) => {
  const types = `things.d.${ending.replace("js", "ts")}`;
  const untyped = {
    [`things.${ending}`]: `class Base { set key(given) { this.given = given; } }
class Thing extends Base { key = 1; empty; }
${ending === "cjs" ? "exports.half =" : "export"} function half() { return ["empty" in new Thing(), new Thing().given, [..."a😀"].length].join(); }
`,
    "triggers/thing.ts": thing(`../things.${ending}`),
  };
  const files = { ...untyped, [types]: "export declare function half(number: number): string;\n" };
  const { script } = await compile(integration(files));
  expect(load(script.code).thing_poll({ zap: { id: 1 } })).toEqual([{ id: "true,,2" }]);
  if (ending !== "js")
    expect(await findings(untyped)).toMatchObject([
      { hint: `Write its types into a file ${types} beside it, or rename it to things.ts.` },
    ]);
});

test("JavaScript that a source imports is built, with the types of the .d.ts beside it", async () => {
  const files = {
    "shared/half.js": "export function half(number) { return number / 2; }\n",
    "triggers/thing.ts": thing("../shared/half.js"),
  };
  expect(await findings(files)).toEqual([]);
  const declaration = "export declare function half(number: number): number;\n";
  expect(await findings({ ...files, "shared/half.d.ts": declaration })).toEqual([]);
  const another = "export declare function half(text: string): string;\n";
  expect(await findings({ ...files, "shared/half.d.ts": another })).toMatchObject([
    { code: "TS2345", message: expect.stringContaining("parameter of type 'string'") },
  ]);
});
