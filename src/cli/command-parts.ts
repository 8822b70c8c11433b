import { type Command, InvalidArgumentError } from "commander";
import type { ExitCode } from "./report-error.ts";

/** Adds one command to the program. Its code is loaded when it runs. */
export type AddCommand = (program: Command, end: (code: ExitCode) => void) => void;

/** Adds examples of a command's use to the end of its help. */
export function withExamples(command: Command, ...examples: readonly string[]): Command {
  const lines = examples.map((example) => `  $ zapc ${example}`);
  return command.addHelpText("after", `\nExamples:\n${lines.join("\n")}`);
}

/** Reads a number on the command line. */
export function wholeNumber(text: string): number {
  if (/^-?\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a whole number.");
}
