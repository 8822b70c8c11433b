const { existsSync } = require("node:fs");
const { dirname } = require("node:path");
const { pathToFileURL } = require("node:url");
const { requireCompiled } = require("./require-compiled.cjs");

const root = dirname(__dirname);

/** The bundled sources in a published package, which has no others: make-lib.mjs has made it. */
const lib = `${root}/lib`;

/**
 * Runs the zapc command and gives its exit code.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
async function runCommand(args) {
  const use = args.includes("--help") ? "help" : (args.find((arg) => /^[a-z]+$/.test(arg)) ?? "");
  const command = await loadCommand(use).catch(({ fault, hint, message, code }) => {
    const [why, remedy] =
      code === "EMFILE"
        ? ["this process has too many files open.", "Raise the limit: `ulimit -n 1024`."]
        : [message, "Install zapc again."];
    const failure = { message: fault ?? `Failed to start zapc: ${why}`, hint: hint ?? remedy };
    if (args.includes("--json")) console.log(JSON.stringify({ ok: false, failure }, null, 2));
    else console.error(`error ${failure.message}\n  → ${failure.hint}`);
  });
  return command ? command.main(args) : 2;
}

/**
 * Loads the bundle of the command, which has the functions of the package, too.
 *
 * @param {string} use - what it is loaded for. Each command needs other functions, and help hardly any: what one leaves
 *   compiled is its own.
 * @returns {Promise<typeof import("../src/cli/main.ts")>}
 */
async function loadCommand(use) {
  const folder = await bundled();
  return requireCompiled(`${folder}/command.cjs`, `${folder}/command-${use}.compiled`);
}

/**
 * The folder with the bundled sources. Where the sources are, they are bundled after each change.
 *
 * @returns {Promise<string>}
 */
async function bundled() {
  if (!existsSync(`${root}/src`)) return lib;
  const { bundledSources } = await import("./load.mjs");
  return bundledSources();
}

/**
 * Imports a module of the bundled sources.
 *
 * @param {string} file - its path in their folder
 */
async function importBundled(file) {
  return import(pathToFileURL(`${await bundled()}/${file}`).href);
}

module.exports = { runCommand, loadCommand, importBundled };
