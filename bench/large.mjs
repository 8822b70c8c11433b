// Compares the time of the processor that `zapc build` takes on large sources, without a cache, with that of TypeScript 7 on the same
// file: `npm --prefix bench run large`. `-- --rounds 5` takes the median of more rounds.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { median } from "./compile/measure.mjs";

const { values: options } = parseArgs({ options: { rounds: { type: "string", default: "3" } } });
const root = fileURLToPath(new URL("..", import.meta.url));
const directory = mkdtempSync(join(tmpdir(), "zapc-bench-"));

const many = (count, text) => Array.from({ length: count }, (_, index) => text(index)).join("");
const table = (entries) => `export const table: Record<string, unknown> = {\n${entries}};\n`;

const sources = {
  "a table of 200,000 entries": table(many(200_000, (index) => `k${index}: "v",\n`)),
  "5 MB of functions": `${many(
    16_000,
    (index) => `
/** The sum of what costs anything. */
function total${index}(rows: { cents: number; count?: number; note?: string | null }[]): string {
  let sum = ${index};
  for (const { cents, count = 1 } of rows) if (cents > 0) sum += cents * count;
  const notes = rows.map(({ note }) => note ?? "none").filter((note) => note !== "");
  return \`\${sum}: \${notes.join(", ")}\`;
}
`,
  )}${table(many(16_000, (index) => `  total${index},\n`))}`,
};

const trigger = `import type { Poll, Results, Trigger } from "zapc";
import { table } from "../table.ts";

export const trigger = {
  label: "New Entry", noun: "Entry", help_text: "Triggers when there is a new entry.",
  url: "https://ledgerly.example/entries", fields: [], sample: { id: 1 },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  return [{ id: 1, kind: typeof table[bundle.request.url] }];
}
`;

/** The seconds of the processor that this process has waited for in its children, as Linux counts them. */
function secondsOfChildren() {
  const stat = readFileSync("/proc/self/stat", "utf8");
  const [user, system] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(13, 15);
  return (Number(user) + Number(system)) / 100;
}

function seconds(cwd, args) {
  const start = secondsOfChildren();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}:\n${stdout}${stderr}`);
  return secondsOfChildren() - start;
}

function measure(name, text) {
  const project = join(directory, name.replaceAll(/\W/g, ""));
  mkdirSync(join(project, "scripting/triggers"), { recursive: true });
  for (const file of ["app.ts", "api.ts", "auth.ts"])
    cpSync(join(root, "bench/shared", file), join(project, "scripting", file));
  const app = join(project, "scripting/app.ts");
  writeFileSync(
    app,
    readFileSync(app, "utf8").replace('test_trigger: "new_invoice"', 'test_trigger: "entry"'),
  );
  writeFileSync(join(project, "scripting/table.ts"), text);
  writeFileSync(join(project, "scripting/triggers/entry.ts"), trigger);
  const model = join(root, "src/model");
  const files = [join(model, "globals.d.ts"), join(project, "scripting/triggers/entry.ts"), app];
  const config = { extends: join(model, "scripting.tsconfig.json"), files };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify(config));
  const packages = join(project, "node_modules");
  const times = { zapc: [], typescript: [] };
  // The first round bundles the command, and fills the caches of the system.
  for (let round = 0; round <= Number(options.rounds); round++) {
    rmSync(packages, { recursive: true, force: true });
    mkdirSync(packages);
    const zapc = seconds(project, [join(root, "bin/zapc.cjs"), "build"]);
    const typescript = seconds(project, [
      join(root, "node_modules/typescript/bin/tsc"),
      "--project",
      project,
    ]);
    if (round > 0) {
      times.zapc.push(zapc);
      times.typescript.push(typescript);
    }
  }
  const [zapc, typescript] = [median(times.zapc), median(times.typescript)];
  return {
    MB: (text.length / 1e6).toFixed(1),
    "zapc, s": zapc.toFixed(2),
    "TypeScript 7, s": typescript.toFixed(2),
    ratio: (zapc / typescript).toFixed(2),
    "at most": 3,
  };
}

console.table(Object.fromEntries(Object.entries(sources).map(([name, text]) => [name, measure(name, text)])));
rmSync(directory, { recursive: true });
