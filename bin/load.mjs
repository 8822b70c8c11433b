// How src/*.ts runs on Node.js 20: bundled by esbuild once, into a folder that carries the hash of the sources and of the
// versions that go into it. A published package holds its folder already: `npm pack` runs this file.
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundledJquery } from "./bundle-jquery.mjs";
import { isPublished, published } from "./run-command.cjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The simulator, as a module. */
export async function loadSimulator() {
  return import(pathToFileURL(`${await bundledSources()}/simulator/index.js`).href);
}

/** The folder with the bundled sources. Made on first use after a change, and before the package is published. */
export async function bundledSources(folder = isPublished ? published : `${root}.cache/${sourcesHash()}`) {
  if (!existsSync(folder)) {
    await bundle(folder);
    removeOutdated();
  }
  return folder;
}

/** Removes what earlier sources left, once no process can be running it any more; what packages became stays. */
function removeOutdated() {
  const anHourAgo = Date.now() - 3_600_000;
  const names = readdirSync(`${root}.cache`).filter((name) => !/^jquery-/.test(name));
  for (const name of names) {
    if (statSync(`${root}.cache/${name}`).mtimeMs < anHourAgo)
      rmSync(`${root}.cache/${name}`, { recursive: true });
  }
}

function sourcesHash() {
  const hash = createHash("sha256");
  const files = readdirSync(`${root}src`, { recursive: true }).filter((file) => /\.(ts|mjs|js)$/.test(file));
  const others = [
    "package.json",
    "package-lock.json",
    "bin/load.mjs",
    "bin/require-compiled.cjs",
    "bin/run-command.cjs",
    "bin/bundle-jquery.mjs",
    "bin/bundle-parts.mjs",
    "bin/compile-schemas.mjs",
  ];
  for (const file of [...others, ...files.sort().map((file) => `src/${file}`)]) {
    hash.update(`${file}\0`).update(readFileSync(`${root}${file}`));
  }
  return hash.digest("hex").slice(0, 16);
}

const shared = { absWorkingDir: root, bundle: true, platform: "node", target: "node20", sourcemap: "linked" };

const bundles = (outdir, plugins) => [
  {
    entryPoints: { command: "src/cli/main.ts" },
    outdir,
    plugins,
    // One file, with all that is JavaScript and that a command can need: to look for files takes longer than to load them.
    format: "cjs",
    outExtension: { ".js": ".cjs" },
    // But for TypeScript's program, and for what is large and only the simulator needs.
    external: ["typescript", "moment-timezone"],
    mainFields: ["module", "main"],
    define: { "import.meta.url": "ownUrl" },
    minifyWhitespace: true,
    // Where it fails, Node.js shows the line.
    lineLimit: 160,
    banner: {
      js: 'const ownUrl = require("node:url").pathToFileURL(__filename).href; const ownRequire = require, ownModule = require("node:module"), ownPath = require("node:path");',
    },
  },
  {
    entryPoints: ["src/simulator/index.ts", "src/simulator/worker.ts"],
    outbase: "src",
    outdir,
    splitting: true,
    format: "esm",
    packages: "external",
  },
];

async function bundle(folder) {
  const { build } = await import("esbuild");
  const { bundledParts } = await import("./bundle-parts.mjs");
  const { compiledSchemas } = await import("./compile-schemas.mjs");
  const unfinished = `${folder}.${process.pid}`;
  try {
    mkdirSync(unfinished, { recursive: true });
  } catch (error) {
    console.error(`Failed to prepare zapc for its first run: ${error.message}.`);
    console.error("  → Run it once as a user who may write there.");
    process.exit(1);
  }
  await Promise.all(
    bundles(unfinished, [bundledParts, compiledSchemas(root)]).map((options) =>
      build({ ...shared, ...options }),
    ),
  );
  cpSync(await bundledJquery(), `${unfinished}/jquery`, { recursive: true });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process was faster: its folder has the same content.
    rmSync(unfinished, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bundledSources(published);
}
