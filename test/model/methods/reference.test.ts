import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { methodsPage } from "../../../docs/generate.mjs";
import { compile } from "../../../src/compiler/compile.ts";
import type { Invalid } from "../../../src/model/diagnostic.ts";
import { type Method, methods, nameInZap } from "../../../src/model/methods.ts";

const page = readFileSync("docs/methods.md", "utf8");
const examples = readdirSync("docs/examples").map((name) => join("docs/examples", name));

/** What an example shows, by its place: `helpdesk/triggers/new_ticket.ts` -> pre_poll. */
const shown = [
  ...page.matchAll(/^### (?:`(\w+)`|A hydrator)\n(?:(?!^### )[\s\S])*?^\*\*Example\*\*: \[(.+?)\]/gm),
];

describe("docs/methods.md", () => {
  test("is what `npm run docs` makes of the model, the schemas and the examples", async () => {
    expect(page).toBe(await methodsPage());
  });

  test("has a section with an example for each method of the table, and for hydrators", () => {
    expect(shown.map(([, name]) => name)).toEqual([...methods.map(({ name }) => name), undefined]);
  });

  test("has no heading twice, and links to headings and files that exist", () => {
    const headings = [...page.matchAll(/^#{2,3} (.*)$/gm)].map(([, heading]) => anchor(heading as string));
    expect(new Set(headings).size).toBe(headings.length);
    for (const [, target] of page.matchAll(/\]\(([^)]+)\)/g)) {
      const link = target as string;
      if (link.startsWith("#")) expect(headings).toContain(link.slice(1));
      else expect(existsSync(join("docs", link)), link).toBe(true);
    }
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

/** As code hosts make it of a heading. */
function anchor(heading: string): string {
  return heading.toLowerCase().replace(/`/g, "").replaceAll(" ", "-");
}
