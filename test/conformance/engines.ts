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
  /** Runs a program from the start, and gives what it printed. */
  readonly run: (program: Program) => string;
}

/** This Node.js, with which the others are compared. */
export const thisNode: Engine = {
  name: `Node.js ${process.versions.node.split(".")[0]}`,
  run: (program) => runHere(inOrder(program)),
};

/** Every way in which this Node.js loads zap.js. */
export const enginesHere: readonly Engine[] = [
  thisNode,
  { name: "the loader that knows Zap, _, z.JSON and $ alone", run: runInBareLoader },
  { name: "the runner's loader", run: (program) => runHere(asTheRunnerLoads(program)) },
];

/** A program as one text. Strict throughout, because what stands before zap.js takes its directive's place. */
export function inOrder({ globals = "", zap, calls }: Program): string {
  return `'use strict';\n${globals}\n${zap}\n${calls}`;
}

/** Source: the package zapier-platform-legacy-scripting-runner, which makes a function of the script. */
function asTheRunnerLoads({ globals = "", zap, calls }: Program): string {
  const names = runtimeGlobals.map((name) => JSON.stringify(name));
  const values = runtimeGlobals.map((name) => `typeof ${name} === "undefined" ? undefined : ${name}`);
  const load = `new Function(${names}, ${JSON.stringify(`${zap}\nreturn Zap;`)})(${values})`;
  return `'use strict';\n${globals}\nvar Zap = ${load};\n${calls}`;
}

/** The way in which the platform derives request templates. The globals of the methods come once the script is loaded. */
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
