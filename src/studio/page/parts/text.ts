import type { LargeText } from "../../api.ts";
import { call } from "../api/client.ts";

/** One request for a part of a text asks for so many characters. */
const part = 1_048_576;

/** The texts that were read whole, by their ids. They do not change. */
const whole = new Map<string, Promise<string>>();

/** Tells whether a text is there as a whole. */
export function isWhole({ size, start }: LargeText): boolean {
  return start.length >= size || new TextEncoder().encode(start).length >= size;
}

/** Reads a whole text, part by part. */
export function readWhole(text: LargeText): Promise<string> {
  if (isWhole(text)) return Promise.resolve(text.start);
  const known = whole.get(text.id) ?? readParts(text.id);
  whole.set(text.id, known);
  known.catch(() => whole.delete(text.id));
  return known;
}

async function readParts(id: string): Promise<string> {
  const parts: string[] = [];
  for (let from = 0, size = 1; from < size; from += part) {
    const answer = await call("GET /api/text", { id, from, to: from + part });
    parts.push(answer.text);
    size = answer.size;
  }
  return parts.join("");
}

/** JSON as lines with an indent; any other text as it is. */
export function readable(text: string): string {
  if (!/^\s*[[{"]/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** A line that is longer is broken, so that a text of one line of 5 MB stays readable. */
const longest = 400;

/** The lines of a text. */
export function linesOf(text: string): string[] {
  return text.split("\n").flatMap((line) => (line.length <= longest ? [line] : broken(line)));
}

function broken(line: string): string[] {
  const pieces = Math.ceil(line.length / longest);
  return Array.from({ length: pieces }, (_, index) => line.slice(index * longest, (index + 1) * longest));
}
