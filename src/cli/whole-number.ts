import { InvalidArgumentError } from "commander";

/** Reads a number on the command line. */
export function wholeNumber(text: string): number {
  if (/^-?\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a whole number.");
}
