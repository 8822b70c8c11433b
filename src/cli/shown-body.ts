import compactJson from "json-stringify-pretty-compact";
import type { RecordedBody } from "../simulator/index.ts";
import { count } from "./print.ts";

/** A body, for people. */
export interface ShownBody {
  readonly lines: readonly string[];
  /** True if the text goes on. */
  readonly isShortened: boolean;
}

// The length that one takes in at a glance.
const MOST_LINES = 12;
const MOST_COLUMNS = 120;
// A body that JSON.parse would take long for is not laid out.
const MOST_CHARACTERS = 1_000_000;

/**
 * A body in a few lines: JSON laid out, other text as it is, bytes by their number and type.
 *
 * @param type - the content type
 * @param columns - how wide the lines of JSON may be
 */
export function shownBody(body: RecordedBody, type: string | undefined, columns: number): ShownBody {
  if (typeof body !== "string") {
    const bytes = Buffer.from(body.base64, "base64").length;
    return { lines: [`${count(bytes, "byte")} of ${type ?? "no stated type"}`], isShortened: true };
  }
  const all = laidOut(body, columns).split(/\r\n|\r|\n/);
  while (all.at(-1)?.trim() === "") all.pop();
  const lines = all.slice(0, MOST_LINES).map(shownLine);
  const more = all.length - lines.length;
  const isShortened = more > 0 || lines.some((line, index) => line.length < (all[index] as string).length);
  return { lines: more > 0 ? [...lines, `… and ${count(more, "more line")}`] : lines, isShortened };
}

function laidOut(text: string, columns: number): string {
  if (!/^\s*[[{]/.test(text) || text.length > MOST_CHARACTERS) return text;
  try {
    return compactJson(JSON.parse(text), { maxLength: columns });
  } catch {
    return text;
  }
}

/** A terminal would act on control characters. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, (char) => {
    return `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
}

function shownLine(line: string): string {
  const text = printable(line);
  return text.length > MOST_COLUMNS ? `${text.slice(0, MOST_COLUMNS - 1)}…` : text;
}
