import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { Failure } from "../model/failure.ts";

/** A text that the user hands over, and what to call it. */
export interface Input {
  readonly name: string;
  readonly text: string;
}

/** Reads a text from a file, or from standard input where none is named or its name is `-`. */
export async function readInput(file: string | undefined, what: string): Promise<Input> {
  const isNamed = file !== undefined && file !== "-";
  const name = isNamed ? file : "standard input";
  const text = decoded(isNamed ? await readNamed(file, what) : await readStandardInput(what));
  const failed = (why: string, hint: string) =>
    new Failure(`Failed to read ${what} from ${name}: ${why}.`, { hint });
  if (text === undefined) throw failed("it is no text in UTF-8", "Save it as UTF-8.");
  if (text.trim() === "") throw failed("it is empty", nameOrPipe);
  return { name, text };
}

const nameOrPipe = "Name a file, or pipe the text in.";

/** Undefined where it is no text: a reader's terminal would act on what it holds. */
function decoded(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function readStandardInput(what: string): Promise<Uint8Array> {
  if (process.stdin.isTTY) console.error(`Paste ${what}, then press Enter and Ctrl+D.`);
  return buffer(process.stdin);
}

async function readNamed(file: string, what: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "there is no such file" : message;
    throw new Failure(`Failed to read ${what} from ${file}: ${why}.`, { hint: nameOrPipe, cause: error });
  }
}
