import { closeSync, openSync, readSync } from "node:fs";
import { DataFailure, Failure } from "../model/failure.ts";
import { reasonOf } from "../model/system-error.ts";

/** A file that the user hands over. */
export interface GivenFile {
  readonly file: string;
  /** The content, for messages: `the auth fields`. */
  readonly what: string;
  /** The advice when it cannot be read. */
  readonly hint?: string;
  /** True if the text holds credentials: messages do not show it. */
  readonly isSecret?: boolean;
}

/**
 * Reads a text file.
 *
 * @throws {Failure} when there is none, or it is not text.
 */
export function readText({ file, what, hint }: GivenFile): string {
  let bytes: Uint8Array;
  try {
    bytes = readBounded(file);
  } catch (error) {
    const hints = hint === undefined ? {} : { hint };
    throw new Failure(`Failed to read ${what} from ${file}: ${reasonOf(error)}.`, { ...hints, cause: error });
  }
  return decodedText(bytes, { file, what });
}

/** Larger than any file that a user hands over. A device such as /dev/zero has no end. */
export const MOST_INPUT = 256 * 2 ** 20;

/** Why more than that is not read, as the end of a sentence. */
export const tooLarge = `it has more than ${MOST_INPUT / 2 ** 20} MiB`;

const CHUNK = 2 ** 20;

function readBounded(file: string): Uint8Array {
  const descriptor = openSync(file, "r");
  try {
    const chunks: Uint8Array[] = [];
    for (let size = 0; size <= MOST_INPUT; ) {
      const chunk = new Uint8Array(CHUNK);
      const length = readSync(descriptor, chunk);
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, length));
      size += length;
    }
    throw new Error(tooLarge);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The text that bytes hold: UTF-8 or, with a byte order mark, UTF-16, as Windows writes it. The mark is left out.
 *
 * @throws {Failure} when they hold no text: a terminal would act on what they hold.
 */
export function decodedText(bytes: Uint8Array, { file, what }: GivenFile): string {
  const encoding = marks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))?.encoding;
  try {
    const text = new TextDecoder(encoding ?? "utf-8", { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch {}
  throw new DataFailure(
    `Failed to read ${what} from ${file}: it is neither UTF-8 nor UTF-16 with a byte order mark.`,
    { hint: "Save it as UTF-8." },
  );
}

const marks = [
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
] as const;
