const { existsSync } = require("node:fs");
const { dirname } = require("node:path");
const v8 = require("node:v8");
const { requireCompiled } = require("./require-compiled.cjs");

const root = dirname(__dirname);

// A published package holds the bundled sources: see load.mjs.
const published = `${root}/.cache/published`;
const isPublished = !existsSync(`${root}/package-lock.json`);

/**
 * Runs the zapc command and gives its exit code.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
async function runCommand(args) {
  startQuickly();
  const folder = isPublished && existsSync(published) ? published : await bundledNow();
  // Each command needs other functions, and help hardly any: what one leaves compiled is its own.
  const command = args.includes("--help") ? "help" : (args.find((arg) => /^[a-z]+$/.test(arg)) ?? "");
  const { main } = requireCompiled(`${folder}/command.cjs`, `${folder}/command-${command}.compiled`);
  return main(args);
}

async function bundledNow() {
  const { bundledSources } = await import("./load.mjs");
  return bundledSources();
}

// How long a command runs before it is one that does a lot.
const LONG_MILLISECONDS = 300;

/** Lets V8 spend less on making functions fast: most of a command is over before that pays. */
function startQuickly() {
  // It optimises a function after this much work, twice its default,
  v8.setFlagsFromString("--interrupt-budget=250000");
  // and compiles a function at once that an earlier process has called often. With the flag that process has to leave the code.
  v8.setFlagsFromString("--no-sparkplug");
  setTimeout(() => v8.setFlagsFromString("--sparkplug"), LONG_MILLISECONDS).unref();
}

module.exports = { runCommand, published, isPublished };
