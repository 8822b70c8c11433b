#!/usr/bin/env node
// CommonJS, and what it requires first, too: Node.js takes 10 ms more to start a module.
const { runCommand } = require("./run-command.cjs");

runCommand(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
  // To leave it to Node.js takes 10 ms: it takes down first what it has built.
  process.stdout.write("", () => process.stderr.write("", () => process.exit()));
});
