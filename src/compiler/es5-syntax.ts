import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { type Program, parse } from "acorn";
import { isDeeperThan } from "../source/nesting.ts";
import type { PlacedSection } from "./print/join-sections.ts";

/** The first thing in a text that is not strict ES5, at its line and column, from 1. */
export interface Es5SyntaxError {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** A section of zap.js, and what it is as a script of its own. */
export interface Es5Section extends PlacedSection {
  /** Strict, as zap.js is: its code is one line lower. */
  readonly text: string;
  /** Parsed when it is first asked for: its syntax is checked, and the audit reads it. */
  readonly program: Program;
}

const strict = "'use strict';\n";
const options = { ecmaVersion: 5, sourceType: "script" } as const;

export function es5Section(section: PlacedSection): Es5Section {
  const text = strict + section.code;
  let program: Program | undefined;
  return {
    ...section,
    text,
    get program() {
      program ??= parse(text, options);
      return program;
    },
  };
}

// acorn calls itself for nested syntax. The process ends if the stack of V8 ends while it compiles a regular expression.
const LONG = 5000;
const DEEP = 200;
const STACK_MEGABYTES = 256;

/** Parses a section as strict ES5, on a stack of its own where it may be deep. */
export async function es5SyntaxError(section: Es5Section): Promise<Es5SyntaxError | undefined> {
  const { code, text } = section;
  if (code.length > LONG || isDeeperThan(DEEP, code)) return parsedInWorker(text);
  try {
    void section.program;
    return undefined;
  } catch (error) {
    return told(error as AcornError);
  }
}

type AcornError = Pick<Error, "message"> & {
  readonly loc?: { readonly line: number; readonly column: number };
};

function told({ message, loc = { line: 2, column: 0 } }: AcornError): Es5SyntaxError {
  return { message: message.replace(/ \(\d+:\d+\)$/, ""), line: loc.line - 1, column: loc.column + 1 };
}

const program = `const { parentPort, workerData: { acorn, text, options } } = require("node:worker_threads");
try {
  require(acorn).parse(text, options);
  parentPort.postMessage(undefined);
} catch ({ message, loc }) {
  parentPort.postMessage({ message, loc: loc && { line: loc.line, column: loc.column } });
}`;

function parsedInWorker(text: string): Promise<Es5SyntaxError | undefined> {
  const acorn = createRequire(import.meta.url).resolve("acorn");
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, {
      eval: true,
      // Not what tests run with: tsx would compile the program.
      execArgv: [],
      workerData: { acorn, text, options },
      resourceLimits: { stackSizeMb: STACK_MEGABYTES },
    });
    worker.once("message", (error: AcornError | undefined) => resolve(error && told(error)));
    worker.once("error", reject);
  });
}
