const { isAscii } = require("node:buffer");
const { createHash } = require("node:crypto");
const { readFileSync, renameSync, writeFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { dirname } = require("node:path");
const vm = require("node:vm");

/**
 * Requires a CommonJS file with what V8 made of it in an earlier process, which that left in a file of its own: to parse
 * and compile 2 MB of JavaScript takes longer than all the rest of a build. V8 itself refuses what another version of it
 * has left. A failure to read or write there only makes the start slower.
 *
 * @param {string} file - the CommonJS file
 * @param {string} code - where its compiled code is kept. Another file, or another version, needs another place.
 * @returns {any} what it exports
 */
function requireCompiled(file, code) {
  const script = new vm.Script(
    `(function (exports, require, module, __filename, __dirname) {${textOf(file)}\n})`,
    {
      filename: file,
      cachedData: kept(code),
      // A dynamic import() in the file is one of Node.js's own.
      importModuleDynamically: vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    },
  );
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  if (script.cachedDataRejected !== false) keepAtEnd(code, script);
  return module.exports;
}

/**
 * V8 takes a text of ASCII as it stands.
 *
 * @param {string} file
 */
function textOf(file) {
  const bytes = readFileSync(file);
  return bytes.toString(isAscii(bytes) ? "latin1" : "utf8");
}

/**
 * At the end of a run that did all it had to, the functions that the next one needs are compiled.
 *
 * @param {string} code
 * @param {vm.Script} script
 */
function keepAtEnd(code, script) {
  const { cachedDataVersionTag } = require("node:v8");
  const tag = cachedDataVersionTag();
  process.once("exit", (exitCode) => {
    // V8 would refuse what it left after it was set otherwise than at its start.
    if (exitCode === 0 && cachedDataVersionTag() === tag) keep(code, script.createCachedData());
  });
}

/**
 * The compiled code that was kept, unless it is damaged: V8 would end the process.
 *
 * @param {string} code
 */
function kept(code) {
  try {
    const file = readFileSync(code);
    const data = file.subarray(0, -HASH_BYTES);
    return hashOf(data).equals(file.subarray(-HASH_BYTES)) ? data : undefined;
  } catch {
    return undefined;
  }
}

const HASH_BYTES = 20;

/** @param {Uint8Array} data */
function hashOf(data) {
  return createHash("sha1").update(data).digest();
}

/**
 * @param {string} code
 * @param {Buffer} data
 */
function keep(code, data) {
  const unfinished = `${code}.${process.pid}`;
  try {
    writeFileSync(unfinished, Buffer.concat([data, hashOf(data)]));
    renameSync(unfinished, code);
  } catch {}
}

module.exports = { requireCompiled };
