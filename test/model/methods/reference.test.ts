import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "../../../src/compiler/compile.ts";
import type { Invalid } from "../../../src/model/diagnostic.ts";
import { type Method, methods, nameInZap } from "../../../src/model/methods.ts";

const page = readFileSync("docs/methods.md", "utf8");
const examples = readdirSync("docs/examples").map((name) => join("docs/examples", name));

/** The code of an example, by its place: `helpdesk/triggers/new_ticket.ts` -> pre_poll. */
const shown = [
  ...page.matchAll(/^### (?:`(\w+)`|A hydrator)\n(?:(?!^### )[\s\S])*?^\*\*Example\*\*: \[(.+?)\]/gm),
];

describe("docs/methods.md", () => {
  test("has a section with an example for each method of the table, and for hydrators", () => {
    expect(shown.map(([, name]) => name)).toEqual([...methods.map(({ name }) => name), undefined]);
  });
});

describe.each(examples)("%s", (directory) => {
  test("builds without a finding into a zap.js with the methods that its files are examples of, and no other", async () => {
    const compiled = await compile(join(process.cwd(), directory)).catch(
      (error: Invalid) => error.diagnostics,
    );
    if (!("script" in compiled)) return expect(compiled).toEqual([]);

    expect(compiled.warnings).toEqual([]);
    const zap = Object.keys(new Function(`${compiled.script.code}\nreturn Zap;`)());
    expect(zap.sort()).toEqual(namesShownOf(directory).sort());
  });
});

/** The names in `Zap` of what the page shows of an integration. */
function namesShownOf(directory: string): string[] {
  return shown.flatMap(([, name, path]) => {
    const [integration, ...file] = (path as string).split("/");
    if (join("docs/examples", integration as string) !== directory) return [];
    const method = methods.find((it) => it.name === name);
    return method ? nameOfExample(method, file) : hydratorsIn(join(directory, ...file));
  });
}

function nameOfExample(method: Method, file: readonly string[]): string {
  return nameInZap(method, file.at(-1)?.replace(".ts", "") as string);
}

function hydratorsIn(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(/^export function (\w+)/gm)].map(
    ([, name]) => name as string,
  );
}
