// How src/*.ts runs on Node.js 20: bundled by esbuild once, into a folder that carries the hash of the sources. A published
// package holds that folder already: `npm pack` runs this file.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const entries = ["cli/main.ts", "simulator/index.ts", "simulator/worker.ts"];

/** The folder with the bundled sources: `cli/main.js` and so on. Made on first use after a change. */
export async function bundledSources() {
  const folder = `${root}.cache/${sourcesHash()}`;
  if (!existsSync(folder)) {
    await bundle(folder);
    removeOutdated();
  }
  return folder;
}

/** Removes what earlier sources left, once no process can be running it any more. */
function removeOutdated() {
  const anHourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(`${root}.cache`)) {
    if (statSync(`${root}.cache/${name}`).mtimeMs < anHourAgo)
      rmSync(`${root}.cache/${name}`, { recursive: true });
  }
}

/** One of the entries, as a module: `load("cli/main.js")`. */
export async function load(module) {
  return import(pathToFileURL(`${await bundledSources()}/${module}`).href);
}

function sourcesHash() {
  const hash = createHash("sha256");
  const files = readdirSync(`${root}src`, { recursive: true }).filter((file) => file.endsWith(".ts"));
  for (const file of ["../package.json", "../bin/load.mjs", ...files.sort()]) {
    hash.update(`${file}\0`).update(readFileSync(`${root}src/${file}`));
  }
  return hash.digest("hex").slice(0, 16);
}

async function bundle(folder) {
  const { build } = await import("esbuild");
  const unfinished = `${folder}.${process.pid}`;
  try {
    mkdirSync(unfinished, { recursive: true });
  } catch (error) {
    console.error(`Failed to prepare zapc for its first run: ${error.message}.`);
    console.error("  → Run it once as a user who may write there.");
    process.exit(1);
  }
  await build({
    absWorkingDir: root,
    entryPoints: entries.map((entry) => `src/${entry}`),
    outbase: "src",
    outdir: unfinished,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: "linked",
  });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process was faster: its folder has the same content.
    rmSync(unfinished, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundledSources();
