import vm from "node:vm";
import { expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
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

test("builds what is nested deep, and what is long", { timeout: 120_000 }, async () => {
  const directory = giving({
    sums: `function sums(text = "a"): number { return (${times(2000, "text", " + ")}).length; }`,
    either: `function either(no = 0): number { return ${times(2000, "no", " || ")} || 7; }`,
    missing: `function missing(none: (number | null)[] = []): number { return ${Array.from({ length: 2000 }, (_, index) => `none[${index}]`).join(" ?? ")} ?? 8; }`,
    chained: `function chained(): string { const text = " a "; return text${times(1000, ".trim()")}; }`,
    conditions: `function conditions(yes = true): number { ${times(2000, "if (yes) {")} return 5; ${times(2000, "}")} return 6; }`,
    enclosed: `function enclosed(): number { return ${times(3000, "(")}4${times(3000, ")")}; }`,
    choices: `function choices(n = 3): number { return ${times(200, "n === 1 ? n : ")}n; }`,
  });
  const { script } = await compile(directory);
  const [{ values }] = vm.runInNewContext(`${script.code}; Zap`).thing_poll({});
  expect([...values]).toEqual([2000, 7, 8, "a", "function", 4, 3]);
});
