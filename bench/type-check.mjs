// Measures the type-check of the shipped integration: zapc's own, which also holds every method against its contract,
// beside TypeScript 7 and TypeScript 5.9 on the bare sources and the start of Node.js alone, in turns, so that all meet the
// same machine. `npm --prefix bench run check`
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);
const rounds = 15;

const tsc = (name) => join(dirname(require.resolve(`${name}/package.json`)), "bin/tsc");
const project = join(root, "scripting");

// check() is not an entry of the tool: it is bundled here in the way of bin/load.mjs.
const ownCheck = join(root, ".cache/bench-type-check.mjs");
buildSync({
  stdin: {
    contents: `
      import { Cache } from "./src/source/cache.ts";
      import { check } from "./src/compiler/check.ts";
      import { discover } from "./src/source/discover.ts";
      const cache = new Cache();
      const discovered = await discover(${JSON.stringify(project)}, cache);
      const start = performance.now();
      const found = await check(discovered, cache);
      console.log(JSON.stringify({ found: found.length, seconds: (performance.now() - start) / 1000 }));`,
    resolveDir: root,
    loader: "ts",
  },
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  outfile: ownCheck,
});

const nothing = join(mkdtempSync(join(tmpdir(), "zapc-bench-")), "nothing.mjs");
writeFileSync(nothing, "");

const contestants = {
  "zapc's check, with contracts": [ownCheck],
  "TypeScript 7": [tsc("typescript"), "--project", project],
  // For a later target it asks for Symbol.iterator, which the library of ES5 has not.
  "TypeScript 5.9": [tsc("typescript-5"), "--project", project, "--target", "es5"],
  "Node.js alone": [nothing],
};

function seconds(args) {
  const start = performance.now();
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  const own = args[0] === ownCheck ? JSON.parse(stdout) : undefined;
  if (status !== 0 || own?.found) throw new Error(`${args[0]} found errors:\n${stdout}`);
  // Only zapc's check counts: the rest that it loads is for the whole build.
  return own?.seconds ?? (performance.now() - start) / 1000;
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

const ours = median(times["zapc's check, with contracts"]);
console.table(
  Object.fromEntries(
    Object.entries(times).map(([name, values]) => [
      name,
      { "median, s": median(values).toFixed(3), "of zapc's check": (median(values) / ours).toFixed(2) },
    ]),
  ),
);
rmSync(ownCheck);
