const { existsSync } = require("node:fs");
const { dirname } = require("node:path");
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

module.exports = { runCommand, published, isPublished };
