import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { Failure } from "../model/failure.ts";

/** A text that the user hands over, and what to call it. */
export interface Input {
  readonly name: string;
  readonly text: string;
}

/** Reads a file, or standard input where none is named or its name is `-`. */
export async function readInput(file: string | undefined, what: string): Promise<Input> {
  const input =
    file === undefined || file === "-" ? await readStandardInput(what) : await readNamed(file, what);
  if (input.text.trim() !== "") return input;
  throw new Failure(`Failed to read ${what} from ${input.name}: it is empty.`);
}

async function readStandardInput(what: string): Promise<Input> {
  if (process.stdin.isTTY) console.error(`Paste ${what}, then press Enter and Ctrl+D.`);
  return { name: "standard input", text: await text(process.stdin) };
}

async function readNamed(file: string, what: string): Promise<Input> {
  try {
    return { name: file, text: await readFile(file, "utf8") };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "there is no such file" : message;
    const hint = "Name a file, or pipe the text in.";
    throw new Failure(`Failed to read ${what} from ${file}: ${why}.`, { hint });
  }
}
