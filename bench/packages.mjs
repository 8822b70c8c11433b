// Finds the npm packages that zap.js can hold, on either engine: each is imported, built, and called in the built file on the
// simulator, and must give the same as on Node.js. `npm --prefix bench run packages [-- --write] [NAME…]` With `--older`: the
// versions and files of src/compiler/packages/es5-versions.ts, on ES5 alone.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "../bin/index.mjs";
import { simulate } from "../bin/simulator.mjs";
import { cases } from "./packages/cases.mjs";
import { olderCases, pathCases } from "./packages/older.mjs";
import { onNode } from "./packages/on-node.mjs";
import { sourcesOf } from "./packages/sources.mjs";
import { rowOf, rowsIn, tableOf } from "./packages/table.mjs";
import { partOfReadme, writeReadme } from "./readme.mjs";

const engines = ["es5", "node"];
const { values: options, positionals } = parseArgs({
  options: { write: { type: "boolean", default: false }, older: { type: "boolean", default: false } },
  allowPositionals: true,
});
const names =
  positionals.length > 0
    ? positionals
    : Object.keys(options.older ? { ...olderVersions(), ...pathCases } : cases);
// Packages are found from here.
const folder = mkdtempSync(join(fileURLToPath(new URL(".", import.meta.url)), ".packages-"));
const made = new Map();

try {
  if (options.older) await tryOlder();
  else await tryNewest();
} finally {
  rmSync(folder, { recursive: true });
}

async function tryNewest() {
  for (const name of names) {
    const verdicts = {};
    let reason = "";
    for (const engine of engines) {
      const tried = await tryOn(name, engine);
      verdicts[engine] = tried.verdict;
      reason = tried.reason ?? reason;
    }
    made.set(name, rowOf(name, { ...verdicts, reason }));
    console.log(made.get(name));
    if (options.write) writeTable();
  }
  console.log(`\n${tableOf(made, names).split("\n")[0]}`);
}

/** Fails where a version or a file that zapc advises is not usable. */
async function tryOlder() {
  const versions = olderVersions();
  for (const name of names) {
    const { tried, what } = pathCases[name]
      ? { tried: pathCases[name], what: "a file of it" }
      : { tried: olderCase(name), what: versions[name] };
    const { verdict, reason = "" } = await tryOn(name, "es5", { tried, unchecked: true });
    console.log(`${name}, ${what}: ${verdict} ${reason}`);
    if (verdict !== "yes") process.exitCode = 1;
  }
}

/** The import and the call of an earlier version, which is installed under another name. */
function olderCase(name) {
  const [imports, call] = olderCases[name] ?? cases[name];
  return [imports.replaceAll(`"${name}`, `"older-${name}`), call];
}

/** The versions by the names of the packages, as package.json installs them. */
function olderVersions() {
  const { devDependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
  const aliases = Object.values(devDependencies).filter((version) => version.startsWith("npm:"));
  return Object.fromEntries(aliases.map((alias) => /^npm:(.+)@(.+)$/.exec(alias).slice(1)));
}

/** The rows of the other packages stay in README.md. */
function writeTable() {
  const rows = new Map([...rowsIn(partOfReadme("packages")), ...made]);
  writeReadme("packages", tableOf(rows, Object.keys(cases)));
}

/** Tells whether a package can be used on an engine, with the first reason where it cannot. */
async function tryOn(name, engine, { tried = cases[name], unchecked } = {}) {
  const [imports, call] = tried;
  const scripting = join(folder, `${name.replace(/\W/g, "_")}-${engine}`);
  for (const [path, text] of Object.entries(sourcesOf({ imports, call, engine, unchecked }))) {
    mkdirSync(join(scripting, path, ".."), { recursive: true });
    writeFileSync(join(scripting, path), text);
  }
  const out = join(scripting, "dist");
  const { ok, diagnostics } = await build({ scripting, out });
  if (!ok)
    return { verdict: "no", reason: reasonIn(diagnostics.find(({ severity }) => severity === "error")) };
  const script = join(out, "zap.js");
  const simulator = await simulate({ script, metadata: join(out, "metadata.json"), auth_fields: {} });
  try {
    const { items, error } = await simulator.poll("thing", {});
    if (error) return { verdict: "fails", reason: error.message.split("\n")[0] };
    const expected = onNode({ imports, call, folder: scripting });
    return items[0].value === expected ? { verdict: "yes" } : { verdict: "differs", reason: items[0].value };
  } finally {
    await simulator.close();
  }
}

/** The first need of a package, or the whole message of another finding. */
function reasonIn({ code, message }) {
  const lines = message.split("\n");
  return code === "package-needs" ? lines[1].replace(/^- /, "") : `${code}: ${lines[0]}`;
}
