import { expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { CALL_LIMIT, sizeOf } from "../../src/compiler/size.ts";
import { integration, trigger } from "./integration.ts";

const packageFiles = (name: string, method: string) => ({
  [`node_modules/${name}/package.json`]: `{ "name": "${name}", "type": "module", "main": "m.js", "types": "m.d.ts" }`,
  [`node_modules/${name}/m.js`]: `export const ${method} = (text) => text + "ö😀";\n`,
  [`node_modules/${name}/m.d.ts`]: `export declare function ${method}(text: string): string;\n`,
});

const directory = integration({
  ...packageFiles("plain", "plainly"),
  ...packageFiles("@scope/nested", "nested"),
  "triggers/thing.ts": `${trigger}
import { nested } from "@scope/nested";
import { plainly } from "plain";
import { shared } from "../shared.ts";

/** It says “hello” 😀. */
export function poll({ trigger_fields }: Poll<typeof trigger>): Results {
  const { colour = "none", ...rest } = trigger_fields;
  return [{ id: nested(plainly(shared(colour))), rest }];
}
`,
  "shared.ts": `// What is shared: 😀
export function shared(text: string): string {
  return \`😀 \${text} 😀\`;
}
`,
});

test("the bytes of the parts are those of the file", async () => {
  const { code, map } = (await compile(directory)).script;
  const { bytes, share, parts } = sizeOf(code, map);
  expect(bytes).toBe(Buffer.byteLength(code));
  expect(parts.reduce((sum, part) => sum + part.bytes, 0)).toBe(bytes);
  expect(share).toBe(bytes / CALL_LIMIT);
});

test("each source, each package, zapc's helpers and what encloses it all is one part", async () => {
  const { code, map } = (await compile(directory)).script;
  const { parts } = sizeOf(code, map);
  const bytesOf = (text: string) => Buffer.byteLength(text);
  const from = (start: string, end: string) => code.slice(code.indexOf(start), code.indexOf(end));
  const known = new Map(parts.map(({ kind, name, bytes }) => [`${kind} ${name}`, bytes]));
  expect([...known.keys()].sort()).toEqual([
    "frame ",
    "helpers ",
    "package @scope/nested",
    "package plain",
    "source shared.ts",
    "source triggers/thing.ts",
  ]);
  expect(known.get("source triggers/thing.ts")).toBe(
    bytesOf(from("\n  // triggers/thing.ts", "\n  return {\n    thing")),
  );
  expect(parts.map(({ bytes }) => bytes)).toEqual(parts.map(({ bytes }) => bytes).sort((a, b) => b - a));
});

test("a file without any source is what encloses it", () => {
  const map = { version: 3 as const, names: [], sources: [], mappings: "" };
  expect(sizeOf("var Zap = {};\n", map)).toEqual({
    bytes: 14,
    share: 14 / CALL_LIMIT,
    parts: [{ kind: "frame", name: "", bytes: 14 }],
  });
});
