import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import { codeBlocks } from "../markdown.ts";

test("the examples of docs/metadata.md pass the type-check", () => {
  const folder = mkdtempSync(join(tmpdir(), "zapc-"));
  try {
    const examples = codeBlocks(readFileSync("docs/metadata.md", "utf8"));
    expect(examples.length).toBeGreaterThan(15);
    examples.forEach(({ text }, index) => {
      const imports = `import type { Action, App, Search, Trigger } from "zapc";`;
      writeFileSync(join(folder, `example-${index}.ts`), `${imports}\n\n${asModule(text)}`);
    });
    const project = { extends: resolve("src/model/scripting.tsconfig.json"), include: ["."] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(project));
    const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
    const args = [tsc, "--project", folder, "--pretty", "false"];
    expect(spawnSync(process.execPath, args, { encoding: "utf8" }).stdout).toBe("");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** A part of a declaration, such as `auth: { … },`, becomes an object of its own. */
function asModule(example: string): string {
  if (example.startsWith("export ")) return example;
  const fields = `Pick<Action | Extract<App["auth"], { type: "basic" }>, "fields">`;
  const type = example.startsWith("auth:") ? `Pick<App, "auth">` : fields;
  return `export const example = { ${example} } as const satisfies ${type};\n`;
}
