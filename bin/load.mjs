// How src/*.ts runs on Node.js 20: bundled by esbuild once, into a folder that carries the hash of the sources.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const entries = ["cli/main.ts", "simulator/index.ts", "simulator/worker.ts"];

/** The folder with the bundled sources: `cli/main.js` and so on. Made on first use after a change. */
export async function bundledSources() {
  const folder = `${root}node_modules/.cache/zapc/${sourcesHash()}`;
  if (!existsSync(folder)) await bundle(folder);
  return folder;
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
