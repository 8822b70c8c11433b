// The tools that are measured: each makes one ES5 file, or nearly ES5, of a generated integration.
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "../generate.mjs";
import { memoryOf, peakMemory, seconds } from "./measure.mjs";
import { Watched } from "./watched.mjs";

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const require = createRequire(import.meta.url);
const bin = (name) => here(`../node_modules/.bin/${name}`);

/**
 * The contestants on an integration of so many triggers, written to a new directory.
 *
 * @param zapc - its command, as it is installed
 */
export function contestants({ triggers, directory, zapc }) {
  generate(triggers, directory);
  const plain = join(directory, "plain/main.ts");
  const out = (name) => join(directory, "out", name);
  return {
    "zapc, without a cache": ownBuild({ zapc, ...project(directory, "without-cache") }, ({ cache }) => {
      rmSync(cache, { recursive: true, force: true });
    }),
    "zapc, after an edit": ownBuild({ zapc, ...project(directory, "after-edit") }, ({ edit }) => edit()),
    "zapc, watching": watching({ zapc, ...project(directory, "watching") }),
    tsup: tool(out("tsup"), [
      ...[process.execPath, bin("tsup"), plain, "--no-config", "--silent"],
      ...["--target", "es5", "--out-dir", out("tsup")],
    ]),
    "webpack, swc-loader": tool(out("webpack"), [
      ...[process.execPath, here("run-webpack.mjs"), plain, out("webpack")],
    ]),
    "Rollup, Babel": tool(out("rollup"), [process.execPath, here("run-rollup.mjs"), plain, out("rollup")]),
    "esbuild, not ES5": tool(out("esbuild"), [
      ...[bin("esbuild"), plain, "--bundle", "--target=es2015", "--log-level=error"],
      `--outfile=${out("esbuild")}/main.js`,
    ]),
    "TypeScript 5.9, module by module": tool(out("typescript"), [
      ...[process.execPath, join(require.resolve("typescript-5/package.json"), "../bin/tsc"), plain],
      ...["--noCheck", "--target", "es5", "--module", "esnext", "--moduleResolution", "bundler"],
      ...[
        "--importHelpers",
        "--lib",
        "es5",
        "--rewriteRelativeImportExtensions",
        "--outDir",
        out("typescript"),
      ],
    ]),
  };
}

/** Another tool: it keeps nothing from one run to the next. */
function tool(out, command) {
  return {
    run: () => seconds(command),
    memory: () => peakMemory(command),
    bytes: () => sizeOf(out),
    end: () => {},
  };
}

function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const scripts = files.filter((file) => file.isFile() && /\.c?js$/.test(file.name));
  return scripts.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

/** `zapc build` in a copy of the integration, with a cache of its own; `prepare` comes before each run. */
function ownBuild({ zapc, scripting, out, edit, cache }, prepare) {
  const command = [process.execPath, zapc, "build", "--scripting", scripting, "--out", out];
  const prepared = (run) => () => {
    prepare({ edit, cache });
    return run(command);
  };
  return {
    run: prepared(seconds),
    memory: prepared(peakMemory),
    bytes: () => statSync(join(out, "zap.js")).size,
    script: () => readFileSync(join(out, "zap.js"), "utf8"),
    end: () => {},
  };
}

/** `zapc build --watch`, which waits for its turn while the others have theirs. */
function watching({ zapc, scripting, out, edit }) {
  const watched = new Watched([
    process.execPath,
    zapc,
    "build",
    "--watch",
    "--json",
    "--scripting",
    scripting,
    "--out",
    out,
  ]);
  let peak = 0;
  return {
    run: async () => {
      await watched.started();
      const start = performance.now();
      edit();
      await watched.built();
      const taken = (performance.now() - start) / 1000;
      peak = Math.max(peak, memoryOf(watched.pid));
      return taken;
    },
    memory: () => peak || undefined,
    bytes: () => statSync(join(out, "zap.js")).size,
    script: () => readFileSync(join(out, "zap.js"), "utf8"),
    end: () => watched.end(),
  };
}

/** A copy of the integration, which keeps its cache beside it. */
function project(directory, name) {
  const root = join(directory, name);
  const scripting = join(root, "scripting");
  cpSync(join(directory, "scripting"), scripting, { recursive: true });
  mkdirSync(join(root, "node_modules"));
  const [first] = readdirSync(join(scripting, "triggers")).sort();
  const file = join(scripting, "triggers", first);
  const text = readFileSync(file, "utf8");
  let edits = 0;
  const edit = () => {
    edits++;
    const edited = text.replace(/PAGE_SIZE(?=[);])/, `PAGE_SIZE - ${edits}`);
    if (edited === text) throw new Error(`There is nothing to edit in ${file}.`);
    // Put in place whole: a watching build may read at any time.
    writeFileSync(join(root, first), edited);
    renameSync(join(root, first), file);
  };
  return { scripting, out: join(root, "dist"), edit, cache: join(root, "node_modules/.cache") };
}
