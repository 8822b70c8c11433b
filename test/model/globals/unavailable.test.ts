import { relative } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../../src/compiler/compile.ts";
import type { Diagnostic, Invalid } from "../../../src/model/diagnostic.ts";
import { integration, trigger } from "../../compiler/integration.ts";

const LINES_BEFORE = trigger.split("\n").length - 1;

/** The findings of the build for statements in a method: `3:7 TS2591: message → hint`. The first one stands in line 3. */
async function findings(statements: string, before = ""): Promise<string[]> {
  const source = `${trigger}${before}
export function poll(_bundle: Poll<typeof trigger>): Results {
${statements}
  return [];
}
`;
  const directory = integration({ "triggers/thing.ts": source });
  const line = ({ file, line = 0, column, code, message, hint }: Diagnostic) => {
    const place =
      relative(directory, file) === "triggers/thing.ts" ? `${line - LINES_BEFORE}:${column}` : file;
    return `${place} ${code}: ${message}${hint ? ` → ${hint}` : ""}`;
  };
  return compile(directory).then(
    ({ warnings }) => warnings.map(line),
    // A statement that is only a name is another finding.
    (error: Invalid) => error.diagnostics.filter(({ code }) => code !== "no-effect").map(line),
  );
}

test("the names that the platform leaves undefined", async () => {
  const statements = `  process.env.KEY;
  global.x;
  root.x;
  module.exports = {};
  setInterval(() => {}, 1);
  child_process.exec("ls");
  constructor = Function;
  new Function("return 1");`;
  expect(await findings(statements, "let constructor: unknown;")).toEqual([
    "3:3 TS2591: The platform leaves `process` undefined. → What differs by account belongs into an auth field, anything " +
      "else into a constant.",
    "4:3 TS2304: The platform leaves `global` undefined. → Export constants and functions from a file of yours. Nothing " +
      "outlives a call.",
    "5:3 TS2304: The platform leaves `root` undefined. → Export constants and functions from a file of yours. Nothing " +
      "outlives a call.",
    "6:3 TS2591: The platform leaves `module` undefined. → Use `import` and `export`: zap.js is made of them.",
    "7:3 TS2304: The platform leaves `setInterval` undefined. → Use `setTimeout`, in a method that takes a callback, or a " +
      "loop. A method has 30 seconds.",
    "8:3 TS2304: The platform leaves `child_process` undefined. → A script cannot start programs.",
    "9:3 function-constructor: The platform leaves `Function` undefined. → Write the function itself. `_.isFunction` " +
      'tells whether a value is one. Or say `engine: "node"` in app.ts.',
    "10:3 function-constructor: The platform leaves `Function` undefined. → Write the function itself. `_.isFunction` " +
      'tells whether a value is one. Or say `engine: "node"` in app.ts.',
  ]);
});

test("`Function` as a type, and after `typeof`", async () => {
  const statements = `  const f: Function = () => typeof Function;
  f.call(null, { Function: 1 }.Function as Function | number);`;
  expect(await findings(statements)).toEqual([]);
});

test("the names of browsers and Node.js", async () => {
  const statements = `  Buffer.from("x");
  document.title;
  fetch("https://example.com");
  new URL("https://example.com");
  jQuery("x");`;
  expect(await findings(statements)).toEqual([
    '3:3 TS2591: The platform has no global `Buffer`. → Use `btoa`, `atob` or `z.hash`, or `require("buffer").Buffer` ' +
      'and its type `require.Buffer`. Or say `engine: "node"` in app.ts, which has it.',
    "4:3 TS2584: The platform has no global `document`. → A script has no page. `$.parseHTML` and `$.parseXML` read " +
      "documents.",
    '5:3 TS2304: The platform has no global `fetch`. → Use `z.request`: it waits for its answer. Or say `engine: "node"` in app.ts, which has it.',
    '6:7 TS2304: The platform has no global `URL`. → Use `require("url").parse(address)`. Or say `engine: "node"` in ' +
      "app.ts, which has it.",
    "7:3 TS2304: The platform has no global `jQuery`. → Use `$`.",
  ]);
});

test("a module of Node.js", async () => {
  const statements = `  fs.readFileSync("x");
  require("fs");`;
  expect(await findings(statements, 'import fs from "fs";')).toEqual([
    "1:16 TS2591: Cannot import 'fs': only sources become part of zap.js. → Of Node.js, `require` gives buffer, crypto, " +
      'querystring, url and util, inside a method; with `engine: "node"` in app.ts, any module.',
    '4:11 TS2345: Argument of type \'"fs"\' is not assignable to parameter of type \'"buffer" | "crypto" | ' +
      '"querystring" | "url" | "util"\'. → Of Node.js the platform gives these. Anything else is imported, and becomes ' +
      "part of zap.js: `npm install` it.",
  ]);
});

test("a function that came after the older version of a library", async () => {
  const statements = `  _.map([{ a: 1 }], "a");
  _.findIndex([1], (n) => n > 1);
  moment().toISOString();`;
  expect(await findings(statements)).toEqual([
    "3:21 TS2345: Argument of type 'string' is not assignable to parameter of type 'Iterator<{ a: number; }[], unknown>'.",
    "4:5 TS2339: Property 'findIndex' does not exist on type 'typeof _'. → The platform runs Underscore 1.4.4 and " +
      "1.13.8: only what works in both is there.",
    "5:12 TS2551: Property 'toISOString' does not exist on type 'Moment'. Did you mean 'toString'? → The platform runs " +
      "Moment 2.0.0 and 2.29: only what works in both is there.",
  ]);
});

test("a hydrator, as long as there are none", async () => {
  expect(await findings('  z.dehydrate("get_photo", { id: 1 });')).toEqual([
    "3:15 TS2345: Argument of type '\"get_photo\"' is not assignable to parameter of type '\"No hydrators: export them from " +
      "hydrators.ts, and add `hydrators: typeof import('./hydrators.ts')` to Register in app.ts\"'.",
  ]);
});

test("a hydrator of another name, and a bundle of another type", async () => {
  const before = `declare module "zapc" { interface Register { hydrators: { get_photo(bundle: { id: number }): object } } }`;
  const statements = `  z.dehydrate("get_foto", { id: 1 });
  z.dehydrate("get_photo", { id: "1" });`;
  expect(await findings(statements, before)).toEqual([
    "3:15 TS2345: Argument of type '\"get_foto\"' is not assignable to parameter of type '\"get_photo\"'. → The " +
      "platform would find no such method: name one that hydrators.ts exports.",
    "4:30 TS2322: Type 'string' is not assignable to type 'number'.",
  ]);
});

test("an option that z.request does not have, and a request without an address", async () => {
  const statements = `  z.request({ url: "https://example.com", query: {} });
  z.request({ method: "GET" });`;
  expect(await findings(statements)).toEqual([
    "3:43 TS2353: Object literal may only specify known properties, and 'query' does not exist in type '{ request: " +
      "Request<undefined>; } | (RequestOptions<undefined> & { url: string; uri?: undefined; })'.",
    "4:13 TS2345: Argument of type '{ method: \"GET\"; }' is not assignable to parameter of type '{ request: " +
      "Request<undefined>; } | Request<undefined>'.\n  Property 'url' is missing in type '{ method: \"GET\"; }' but " +
      "required in type '{ url: string; uri?: undefined; }'.",
  ]);
});
