// Compares the time, memory and output of `zapc build` with those of other tools, on generated integrations, in turns on one machine:
// `npm --prefix bench run compile`. With `-- --write` the tables go into README.md; `-- --triggers 5,50 --rounds 3` is quicker.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { buildSync, version as esbuild } from "esbuild";
import { contestants } from "./compile/contestants.mjs";
import { installed } from "./compile/installed.mjs";
import { median } from "./compile/measure.mjs";
import { contestantTable, targetTable } from "./compile/tables.mjs";
import { writeReadme } from "./readme.mjs";

const { values: options } = parseArgs({
  options: {
    triggers: { type: "string", default: "5,50,500" },
    rounds: { type: "string", default: "7" },
    write: { type: "boolean", default: false },
  },
});
const directory = mkdtempSync(join(tmpdir(), "zapc-bench-"));
const jshint = await loadJshint();
const zapc = installed(directory);

const measured = new Map();
for (const triggers of options.triggers.split(",").map(Number)) {
  measured.set(triggers, await measure({ triggers, zapc, directory: join(directory, String(triggers)) }));
}
rmSync(directory, { recursive: true });

const report = [
  `Measured on ${cpus().length} cores (${cpus()[0].model.trim()}) with Node.js ${process.versions.node}, ${versions()}; medians of ${options.rounds} rounds.`,
  ...[...measured].map(([triggers, results]) => contestantTable(triggers, results)),
  ...(measured.has(50) ? [targetTable(measured)] : []),
].join("\n\n");
console.log(report);
if (options.write) writeReadme("compile", report);

/** Every contestant in turn, round after round; then once more for the memory. */
async function measure(integration) {
  const running = Object.entries(contestants(integration));
  const times = new Map(running.map(([name]) => [name, []]));
  const results = new Map();
  try {
    // The first round fills the caches, of zapc and of the system.
    for (let round = 0; round <= Number(options.rounds); round++) {
      for (const [name, { run }] of running) {
        const taken = await run();
        if (round > 0) times.get(name).push(taken);
      }
    }
    for (const [name, { memory, bytes, script }] of running) {
      results.set(name, { seconds: median(times.get(name)), memory: await memory(), bytes: bytes() });
      const findings = script ? jshint(script()) : [];
      if (findings.length > 0) throw new Error(`JSHint marks what ${name} wrote:\n${findings.join("\n")}`);
    }
  } finally {
    for (const [, { end }] of running) await end();
  }
  return results;
}

/** The lines that the platform's editor marks, by the check of the tests. */
async function loadJshint() {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const outfile = join(root, ".cache/bench-jshint.mjs");
  buildSync({
    entryPoints: [join(root, "test/jshint.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    outfile,
  });
  const { jshint } = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  return jshint;
}

function versions() {
  const { devDependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
  const named = ["tsup", "webpack", "@swc/core", "rollup", "@babel/core"];
  return [...named.map((name) => `${name} ${devDependencies[name]}`), `esbuild ${esbuild}`].join(", ");
}
