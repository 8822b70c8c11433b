import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile } from "../src/compiler/compile.ts";
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

test("it is a page", () => {
  expect(readme.split("\n").length).toBeLessThanOrEqual(160);
});
