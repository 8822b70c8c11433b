import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { parse } from "acorn";
import { isDeeperThan } from "../source/nesting.ts";

/** The first thing in a text that is not strict ES5, at its line and column, from 1. */
export interface Es5SyntaxError {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** Strict, as zap.js is: the text is one line lower. */
const strict = "'use strict';\n";
const options = { ecmaVersion: 5, sourceType: "script" } as const;

// acorn calls itself for nested syntax. The process ends if the stack of V8 ends while it compiles a regular expression.
const LONG = 5000;
const DEEP = 200;
const STACK_MEGABYTES = 256;

/**
 * Parses each text as strict ES5: beside this thread where there is much of it, on a stack of its own where it may be deep.
 *
 * @returns the error in each text, or null
 */
export async function es5SyntaxErrors(texts: readonly string[]): Promise<(Es5SyntaxError | null)[]> {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const isMuch = length > LONG || texts.some((text) => isDeeperThan(DEEP, text));
  const errors = isMuch ? await parsedInWorker(texts) : texts.map(parsed);
  return errors.map((error) => error && told(error));
}

/** An error of acorn. It has no place where acorn's stack has ended. */
interface AcornError {
  readonly message: string;
  readonly loc?: { readonly line: number; readonly column: number };
}

function parsed(text: string): AcornError | null {
  try {
    parse(strict + text, options);
    return null;
  } catch (error) {
    return error as AcornError;
  }
}

function told({ message, loc = { line: 2, column: 0 } }: AcornError): Es5SyntaxError {
  return { message: message.replace(/ \(\d+:\d+\)$/, ""), line: loc.line - 1, column: loc.column + 1 };
}

const program = `const { parentPort, workerData: { acorn, texts, strict, options } } = require("node:worker_threads");
const { parse } = require(acorn);
parentPort.postMessage(texts.map((text) => {
  try {
    parse(strict + text, options);
    return null;
  } catch ({ message, loc }) {
    return { message, loc: loc && { line: loc.line, column: loc.column } };
  }
}));`;

function parsedInWorker(texts: readonly string[]): Promise<(AcornError | null)[]> {
  const acorn = createRequire(import.meta.url).resolve("acorn");
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, {
      eval: true,
      // Not what tests run with: tsx would compile the program.
      execArgv: [],
      workerData: { acorn, texts, strict, options },
      resourceLimits: { stackSizeMb: STACK_MEGABYTES },
    });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
