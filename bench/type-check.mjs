// How long the type-check of the shipped integration takes: TypeScript 7, with which zapc checks, beside TypeScript 5.9 on
// the same sources and the start of Node.js alone, in turns, so that all meet the same machine. `npm --prefix bench run check`
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);
const rounds = 15;

const tsc = (name) => join(dirname(require.resolve(`${name}/package.json`)), "bin/tsc");
const project = join(root, "scripting");
const nothing = join(mkdtempSync(join(tmpdir(), "zapc-bench-")), "nothing.mjs");
writeFileSync(nothing, "");

const contestants = {
  "TypeScript 7": [tsc("typescript"), "--project", project],
  "TypeScript 5.9": [tsc("typescript-5"), "--project", project],
  "Node.js alone": [nothing],
};

function seconds(args) {
  const start = performance.now();
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${args[0]} found errors:\n${stdout}`);
  return (performance.now() - start) / 1000;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
for (let round = 0; round <= rounds; round++) {
  for (const [name, args] of Object.entries(contestants)) {
    const time = seconds(args);
    // The first round warms the file cache.
    if (round > 0) times[name].push(time);
  }
}

const ours = median(times["TypeScript 7"]);
console.table(
  Object.fromEntries(
    Object.entries(times).map(([name, values]) => [
      name,
      { "median, s": median(values).toFixed(3), "of TypeScript 7": (median(values) / ours).toFixed(2) },
    ]),
  ),
);
