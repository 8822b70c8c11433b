import { decodedText, MOST_INPUT, readText, tooLarge } from "../input/read-text.ts";
import { DataFailure, Failure } from "../model/failure.ts";

/** A text that the user hands over, and what to call it. */
export interface InputText {
  readonly name: string;
  readonly text: string;
}

/** Reads a text from a file, or from standard input where none is named or its name is `-`. */
export async function readInput(file: string | undefined, what: string): Promise<InputText> {
  const isNamed = file !== undefined && file !== "-";
  const name = isNamed ? file : "standard input";
  const text = isNamed
    ? readText({ file, what, hint: nameOrPipe })
    : decodedText(await readStandardInput(what), { file: name, what });
  if (text.trim() === "")
    throw new DataFailure(`Failed to read ${what} from ${name}: it is empty.`, { hint: nameOrPipe });
  return { name, text };
}

const nameOrPipe = "Name a file, or pipe the text in.";

async function readStandardInput(what: string): Promise<Uint8Array> {
  if (process.stdin.isTTY) console.error(`Paste ${what}, then press Enter and Ctrl+D.`);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += chunk.length;
    if (size > MOST_INPUT) throw new Failure(`Failed to read ${what} from standard input: ${tooLarge}.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
