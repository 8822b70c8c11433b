// Makes src/*.ts run on Node.js 20: bundled by esbuild once, into a folder that carries the hash of the sources and of the
// versions that go into it. A published package has lib/ instead, and not this file.
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
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { bundledLibraries } from "./bundle-libraries.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @type {Promise<string> | undefined} */
let bundling;

/**
 * The folder with the bundled sources. Made on first use after a change: once, also for two modules that ask at a time.
 *
 * @returns {Promise<string>}
 */
export function bundledSources() {
  bundling ??= bundledNow();
  return bundling;
}

async function bundledNow() {
  const folder = `${root}.cache/${sourcesHash()}`;
  if (existsSync(folder)) return folder;
  try {
    await withUncaught(bundle(folder));
    removeOutdated();
  } catch (error) {
    throw new CannotPrepare(error);
  }
  return folder;
}

/** Rejects with an error that has no caller, too: where esbuild's process cannot be started, an event says why. */
function withUncaught(work) {
  let uncaught;
  const ended = new Promise((resolve, reject) => {
    uncaught = reject;
    process.on("uncaughtException", uncaught);
    work.then(resolve, async (error) => {
      // esbuild fails for lack of a process before the event.
      await setImmediate();
      reject(error);
    });
  });
  return ended.finally(() => process.off("uncaughtException", uncaught));
}

const fromRights = `Run it once as a user who may write to ${root}.cache.`;

/** The remedies for some errors of the operating system, by their codes. */
const remedies = {
  EACCES: fromRights,
  EPERM: fromRights,
  EROFS: fromRights,
  EMFILE: "Raise the limit: `ulimit -n 1024`.",
};

/** zapc's own sources could not be bundled for the first run. The code that runs them is not there to say so. */
export class CannotPrepare extends Error {
  name = "Failure";

  constructor(error) {
    super();
    const why = error.code === "EMFILE" ? "this process has too many files open" : error.message;
    this.fault = `Failed to prepare zapc for its first run: ${why}.`;
    this.hint = remedies[error.code] ?? "Install its packages again: `npm ci`.";
    this.message = `${this.fault}\n→ ${this.hint}`;
  }
}

/** Removes what earlier sources left, once no process can be running it any more; what packages became stays. */
function removeOutdated() {
  const anHourAgo = Date.now() - 3_600_000;
  const names = readdirSync(`${root}.cache`).filter((name) => !/^libraries-/.test(name));
  for (const name of names) {
    // Another process may have finished its own meanwhile.
    const { mtimeMs = anHourAgo } = statSync(`${root}.cache/${name}`, { throwIfNoEntry: false }) ?? {};
    if (mtimeMs < anHourAgo) rmSync(`${root}.cache/${name}`, { recursive: true });
  }
}

function sourcesHash() {
  const hash = createHash("sha256");
  const files = readdirSync(`${root}src`, { recursive: true }).filter((file) =>
    /\.(tsx?|mjs|js|css|html|svg)$/.test(file),
  );
  const others = [
    "package.json",
    "package-lock.json",
    "bin/load.mjs",
    "bin/require-compiled.cjs",
    "bin/run-command.cjs",
    "bin/bundle-libraries.mjs",
    "bin/bundle-oxc.mjs",
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
    // TypeScript and esbuild are programs; the last is large, and only the simulator needs it.
    external: ["typescript", "esbuild", "moment-timezone"],
    mainFields: ["module", "main"],
    define: { "import.meta.url": "ownUrl" },
    minifyWhitespace: true,
    // Node.js shows the failing line.
    lineLimit: 160,
    banner: {
      js: 'const ownUrl = require("node:url").pathToFileURL(__filename).href; const ownRequire = require;',
    },
  },
  {
    entryPoints: ["src/simulator/index.ts", "src/vitest/index.ts", "src/studio/worker/thread.ts"],
    outbase: "src",
    outdir,
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    format: "esm",
    packages: "external",
  },
  {
    // The process that runs scripts may read nothing outside of this folder.
    entryPoints: {
      main: "src/simulator/process/main.ts",
      worker: "src/simulator/script/worker.ts",
      preload: "src/simulator/script/preload.ts",
    },
    outdir: `${outdir}/script`,
    format: "cjs",
    outExtension: { ".js": ".cjs" },
  },
  {
    // The process that runs scripts on the platform's own runner may read this folder and the runner's packages.
    entryPoints: { process: "src/prove/runner/process.ts", offline: "src/prove/runner/offline.ts" },
    outdir: `${outdir}/runner`,
    format: "cjs",
    outExtension: { ".js": ".cjs" },
  },
  {
    // The page of `zapc studio`. Its editor is a chunk that the page loads when one is opened.
    entryPoints: ["main.tsx", "index.html", "icon.svg"].map((file) => `src/studio/page/${file}`),
    outdir: `${outdir}/studio/page`,
    platform: "browser",
    target: "es2022",
    format: "esm",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    loader: { ".html": "copy", ".svg": "copy" },
    minify: true,
    legalComments: "none",
    sourcemap: false,
  },
];

/** Bundles the sources into a folder that is not there yet. */
export async function bundle(folder) {
  const { build } = await import("esbuild");
  const { bundledOxc } = await import("./bundle-oxc.mjs");
  const { compiledSchemas } = await import("./compile-schemas.mjs");
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  await Promise.all(
    bundles(unfinished, [bundledOxc, compiledSchemas(root)]).map((options) =>
      build({ ...shared, ...options }),
    ),
  );
  cpSync(await bundledLibraries(), `${unfinished}/script/libraries`, { recursive: true });
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    // Another process was faster: its folder has the same content.
    rmSync(unfinished, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}
