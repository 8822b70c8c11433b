import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { outputFiles } from "../../src/compiler/write.ts";
import { ordered, propertyOrder } from "../../src/metadata/property-order.ts";
import { Cache } from "../../src/source/cache.ts";
import { integration } from "../compiler/integration.ts";

const titles = ["App", "Trigger", "Action", "Search"];

test("each property that a source can have has its place in metadata.json", () => {
  const files = readdirSync("schema").filter((file) =>
    /(^app|auth|trigger|action|search|field)\.schema/.test(file),
  );
  const schemas = files.map((file) => JSON.parse(readFileSync(join("schema", file), "utf8")));
  expect(schemas.map(({ title }) => title)).toEqual(expect.arrayContaining(titles));
  const properties = new Set(schemas.flatMap((schema) => Object.keys(schema.properties ?? {})));
  expect([...propertyOrder].sort()).toEqual([...properties].sort());
});

test("samples, choices and mappings keep their order", () => {
  const sample = { title: "Printer", id: 7, owner: { name: "Ann", id: 1 } };
  const field = { choices: { b: "B", a: "A" }, key: "status" };
  expect(JSON.stringify(ordered({ sample, fields: [field], key: "ticket" }))).toBe(
    JSON.stringify({ key: "ticket", fields: [{ key: "status", choices: field.choices }], sample }),
  );
});

const source = (properties: readonly string[]) => `import type { Trigger } from "zapc";
export const trigger = {
  ${properties.join(",\n  ")},
} as const satisfies Trigger;
`;
const properties = [
  'label: "New Thing"',
  'noun: "Thing"',
  'help_text: "Triggers when there is a new thing."',
  'url: "https://example.com/things"',
  'fields: [{ key: "colour", label: "Colour", type: "unicode" }]',
  "sample: { id: 1 }",
];

async function metadataOf(directory: string): Promise<string> {
  return outputFiles(await compile(directory, new Cache())).get("metadata.json") as string;
}

/** The lines of one text that the other does not have. */
function linesOnlyIn(one: string, other: string): string[] {
  const others = other.split("\n");
  return one.split("\n").filter((line) => !others.includes(line));
}

test("the order of the properties in a source does not count", async () => {
  const one = integration({ "triggers/thing.ts": source(properties) });
  const other = integration({ "triggers/thing.ts": source([...properties].reverse()) });
  const [first, second] = [await metadataOf(one), await metadataOf(other)];
  expect(linesOnlyIn(first, second)).toEqual([expect.stringMatching(/^ {2}"script": "[0-9a-f]{16}",$/)]);
});

test("a change in one trigger is a change in its place and in the hash", async () => {
  const sources = { "triggers/other.ts": source(properties), "triggers/thing.ts": source(properties) };
  const directory = integration(sources);
  const before = await metadataOf(directory);
  writeFileSync(join(directory, "triggers/thing.ts"), source(properties).replace("New Thing", "New Item"));
  expect(linesOnlyIn(await metadataOf(directory), before)).toEqual([
    expect.stringMatching(/^ {2}"script": "[0-9a-f]{16}",$/),
    '      "label": "New Item",',
  ]);
});
