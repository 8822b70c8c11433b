import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../src/compiler/compile.ts";
import { zapc } from "./cli/zapc.ts";
import { integration, trigger } from "./compiler/integration.ts";

const readme = readFileSync("README.md", "utf8");

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s").exec(readme)?.[1] ?? "";
}

test("the first example becomes what the README shows", async () => {
  const sources = { "triggers/new_ticket.ts": block("ts"), "triggers/thing.ts": trigger };
  const { script } = await compile(integration(sources));
  expect(script.code.replace(/^\/\/.*\n/gm, "")).toBe(block("js"));
});

test("every path that it names exists", () => {
  const named = [...readme.matchAll(/`([\w.-]+(?:\/[\w.-]*)+)`/g)].map(([, path]) => path as string);
  const paths = named.filter((path) => !path.includes("KEY") && !/^(triggers|node_modules)\//.test(path));
  expect(paths.length).toBeGreaterThan(10);
  for (const path of paths) expect(existsSync(path), path).toBe(true);
});

test("every command that it names exists, with its options", async () => {
  const commands = [...readme.matchAll(/^npx zapc (simulate \w+|\w+)([^#\n]*)/gm)];
  expect(commands.length).toBeGreaterThan(2);
  for (const [, command, rest] of commands) {
    const { code, stdout } = await zapc([...(command as string).split(" "), "--help"]);
    expect(code).toBe(0);
    for (const [option] of (rest as string).matchAll(/--[\w-]+/g)) expect(stdout).toContain(option);
  }
});

test("every npm script that it names exists", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const [, name] of readme.matchAll(/npm run ([\w-]+)/g)) expect(scripts).toHaveProperty(name as string);
});

test("it has a row for each folder of the repository", () => {
  for (const folder of ["scripting/", "src/", "schema/", "docs/", "dist/", "test/", "bench/", "bin/"]) {
    expect(readme).toContain(`\`${folder}`);
  }
});
