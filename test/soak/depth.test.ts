import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import vm from "node:vm";
import { expect, test } from "vitest";
import { adopt, build } from "../../bin/index.mjs";
import { integration, trigger } from "../compiler/integration.ts";

const times = (count: number, text: string, separator = "") => Array(count).fill(text).join(separator);

/** A trigger whose one item has what functions of other files give. V8 itself has no stack to run so many conditions. */
function giving(features: { readonly [name: string]: string }): string {
  const names = Object.keys(features);
  return integration({
    ...Object.fromEntries(names.map((name) => [`${name}.ts`, `export ${features[name]}\n`])),
    "triggers/thing.ts": `${trigger}
${names.map((name) => `import { ${name} } from "../${name}.ts";`).join("\n")}
export function poll(_: Poll<typeof trigger>): Results {
  return [{ id: 1, values: [${names.map((name) => (name === "conditions" ? "typeof conditions" : `${name}()`)).join(", ")}] }];
}
`,
  });
}

test("builds what is nested deep, and what is long, with its review", { timeout: 120_000 }, async () => {
  const directory = giving({
    sums: `function sums(text = "a"): number { return (${times(2000, "text", " + ")}).length; }`,
    either: `function either(no = 0): number { return ${times(2000, "no", " || ")} || 7; }`,
    missing: `function missing(none: (number | null)[] = []): number { return ${Array.from({ length: 2000 }, (_, index) => `none[${index}]`).join(" ?? ")} ?? 8; }`,
    chained: `function chained(): string { const text = " a "; return text${times(1000, ".trim()")}; }`,
    conditions: `function conditions(yes = true): number { ${times(2000, "if (yes) {")} return 5; ${times(2000, "}")} return 6; }`,
    enclosed: `function enclosed(): number { return ${times(3000, "(")}4${times(3000, ")")}; }`,
    choices: `function choices(n = 3): number { return ${times(200, "n === 1 ? n : ")}n; }`,
  });
  const out = join(directory, "dist");
  expect(await build({ scripting: directory, out })).toMatchObject({ ok: true, diagnostics: [] });
  const [{ values }] = vm.runInNewContext(`${readFileSync(join(out, "zap.js"), "utf8")}; Zap`).thing_poll({});
  expect([...values]).toEqual([2000, 7, 8, "a", "function", 4, 3]);
});

test("adopts and proves a script that is nested deep", { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "zapc-depth-"));
  const source = join(folder, "script.js");
  const script = `'use strict';
var Zap = {
  thing_post_poll: function (bundle) {
    var text = bundle.response.content;
    var sum = ${times(2000, "text", " + ")};
    var either = ${times(2000, "text === sum", " || ")};
    var chained = text${times(1000, ".trim()")};
    ${times(500, "if (either) { sum += text; } else ")} { chained = sum; }
    return [{ id: 1, size: sum.length, chained: chained }];
  }
};
`;
  writeFileSync(source, script);
  const { ok, proof } = await adopt({ source, out: join(folder, "scripting"), prove: true, runner: false });
  expect({ ok, isEqual: proof?.ok }).toEqual({ ok: true, isEqual: true });
});

test("says of a script that is nested too deep to be read how to mend it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "zapc-depth-"));
  const adopted = (value: string) => {
    const source = join(folder, "script.js");
    writeFileSync(source, `var Zap = { thing_poll: function () { return ${value}; } };\n`);
    return adopt({ source, out: join(folder, "scripting") });
  };
  const failure = {
    fault: "Failed to read the script: an expression or a statement is nested too deep.",
    hint: "Give parts of it names: `var part = …;`.",
  };
  await expect(adopted(times(20_000, "1", " + "))).rejects.toMatchObject(failure);
  await expect(adopted(`${times(20_000, "(")}1${times(20_000, ")")}`)).rejects.toMatchObject(failure);
});
