import { isUtf8 } from "node:buffer";
import type { Span, TextChange } from "./changes.ts";
import { isPlaceholder } from "./secret-names.ts";
import { hasText, isPrintable, textsIn } from "./texts-in-bytes.ts";

/** A way to write bytes in characters. */
interface ByteEncoding {
  readonly name: string;
  /** Finds the places at which a text may be written so. */
  readonly find: (text: string) => Iterable<Span>;
  /** The numbers of characters before the first whole byte that may belong to something else. */
  readonly alignments: readonly number[];
  /** The separators that may stand between two that are written so, though they can be a part of one. */
  readonly separators: readonly RegExp[];
  readonly decode: (written: string) => Buffer;
  /** Writes bytes as others were written. */
  readonly encode: (bytes: Buffer, like: string) => string;
}

const base64: ByteEncoding = {
  name: "base64",
  find: base64Runs,
  alignments: [0, 1, 2, 3],
  // In an address, and behind a name.
  separators: [/\//g, /[+_-]/g],
  decode: (written) => Buffer.from(written, "base64"),
  encode(bytes, like) {
    if (/[-_]/.test(like)) return bytes.toString("base64url");
    const padded = bytes.toString("base64");
    return like.endsWith("=") ? padded : padded.replace(/=+$/, "");
  },
};

const none = /(?!)/g;

// `4b3379`, `4b 33 79`, `4b:33:79`
const hexadecimal: ByteEncoding = {
  name: "hex",
  find: spansOf(/[\da-f]{2}([ :-]?)[\da-f]{2}(?:\1[\da-f]{2}){2,1000}[\da-f]?/gi),
  alignments: [0, 1],
  separators: [none],
  decode: (written) => Buffer.from(written.replace(/[^\da-f]/gi, ""), "hex"),
  encode(bytes, like) {
    const separator = /[^\da-f]/i.exec(like)?.[0] ?? "";
    return bytes.toString("hex").replace(/..(?=.)/g, `$&${separator}`);
  },
};

// The form of a Buffer in JSON: `[75,51,121]`.
const decimal: ByteEncoding = {
  name: "bytes",
  find: spansOf(/(?<![\d.])\d{1,3}(?:\s{0,9},\s{0,9}\d{1,3}){3,1000}(?![\d.])/g),
  alignments: [0],
  separators: [none],
  decode: (written) => Buffer.from(written.split(",").map(Number)),
  encode: (bytes, like) => [...bytes].join(/,\s*/.exec(like)?.[0] ?? ","),
};

function spansOf(pattern: RegExp) {
  return function* (text: string): Generator<Span> {
    for (const { index, 0: written } of text.matchAll(pattern))
      yield { start: index, end: index + written.length };
  };
}

const isBase64 = new Uint8Array(128);
for (const char of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-")
  isBase64[char.charCodeAt(0)] = 1;

const SHORTEST_RUN = 8;
// Source: RFC 2045, 6.8: lines of at most 76 characters.
const SHORTEST_LINE = 60;
const LONGEST_LINE = 76;
const SHORTEST_LAST_LINE = 4;

/** Characters of Base64 in a row, with its padding. No regular expression finds them: one may have millions. */
function base64Runs(text: string): Span[] {
  const runs: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const end = endOfLines(text, start);
    if (end - start >= SHORTEST_RUN) runs.push({ start, end: endOfPadding(text, end) });
    start = Math.max(end, start + 1);
  }
  return runs;
}

function endOfPadding(text: string, start: number): number {
  const isPadding = (index: number) => text.charAt(index) === "=";
  if (!isPadding(start)) return start;
  return isPadding(start + 1) ? start + 2 : start + 1;
}

/** The end of a run, also over several lines. */
function endOfLines(text: string, from: number): number {
  let [start, end] = [from, endOfRun(text, from)];
  while (end - start >= SHORTEST_LINE && end - start <= LONGEST_LINE) {
    const next = end + (/^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0);
    const nextEnd = endOfRun(text, next);
    // A boundary of parts has hyphens, and lines have none.
    if (next === end || nextEnd - next < SHORTEST_LAST_LINE || /[-_]/.test(text.slice(next, nextEnd)))
      return end;
    [start, end] = [next, nextEnd];
  }
  return end;
}

function endOfRun(text: string, start: number): number {
  let end = start;
  while (isBase64[text.charCodeAt(end)]) end++;
  return end;
}

const encodings = [base64, hexadecimal, decimal];

/** The work to do with a text that is written in an encoding. */
export interface DecodedTextWork {
  /** Redacts a text that was encoded. */
  readonly redact: (text: string) => string;
  /** Tells whether bytes that are no text, as their beginning or their end is another's, hold a secret. */
  readonly hasSecret: (text: string) => boolean;
}

/** Redacts what a text holds in Base64, in hexadecimal and as numbers of bytes, and encodes it again. */
export function redactedBlocks(text: string, decoding: DecodedTextWork): TextChange[] {
  return encodings.flatMap((encoding) => redactedIn(text, encoding, decoding));
}

/** Redacts the lists of numbers of bytes in JSON, which have no name. */
export function redactedLists(json: string, decoding: DecodedTextWork): TextChange[] {
  return redactedIn(json, decimal, decoding);
}

function redactedIn(text: string, encoding: ByteEncoding, decoding: DecodedTextWork): TextChange[] {
  const changes: TextChange[] = [];
  for (const { start, end } of encoding.find(text)) {
    const written = text.slice(start, end);
    if (!mayHoldSecret(written, encoding, decoding)) continue;
    for (const part of partsOf(written, encoding, decoding))
      changes.push({ start: start + part.start, end: start + part.end, by: part.by });
  }
  return changes;
}

// To decode each word takes long, and gives nothing.
const word = /^[A-Z]?[a-z]{0,40}$/;

/** Most runs of characters are bytes that are no text. */
function mayHoldSecret(
  written: string,
  { alignments, decode }: ByteEncoding,
  { hasSecret }: DecodedTextWork,
): boolean {
  if (word.test(written)) return false;
  return alignments.some((skipped) => {
    const bytes = decode(written.slice(skipped));
    return hasText(bytes) || hasSecret(bytes.toString("latin1")) || hasSecret(bytes.toString("utf16le"));
  });
}

/** The whole; else what stands between slashes, as in an address, or behind a name; else all of it, wherever in it the secret is. */
function partsOf(written: string, encoding: ByteEncoding, decoding: DecodedTextWork): TextChange[] {
  const parts: TextChange[] = [];
  for (const separator of encoding.separators) {
    for (const { start, end } of joined(written, separator)) {
      if (start < (parts.at(-1)?.end ?? 0)) continue;
      const by = redactedWhole(written.slice(start, end), encoding, decoding);
      if (by !== undefined) parts.push({ start, end, by });
    }
    if (parts.length > 0) return parts;
  }
  if (!holdsSecret(written, encoding, decoding)) return [];
  return [{ start: 0, end: written.length, by: `redacted-${encoding.name}` }];
}

// An address has no more.
const MOST_SEGMENTS = 12;

/** Every row of segments between separators, those that begin first before others, and the longest of them first. */
function joined(written: string, separator: RegExp): Span[] {
  const bounds = [...written.slice(0, LONGEST_JOINED).matchAll(separator)].map(({ index }) => index);
  const isWhole = bounds.length >= MOST_SEGMENTS || written.length > LONGEST_JOINED;
  const starts = isWhole ? [0] : [0, ...bounds.map((bound) => bound + 1)];
  const ends = isWhole ? [written.length] : [...bounds, written.length];
  return starts
    .flatMap((start, index) =>
      ends
        .slice(index)
        .map((end) => ({ start, end }))
        .reverse(),
    )
    .filter(({ start, end }) => end - start >= SHORTEST_RUN);
}

const LONGEST_JOINED = 4_000;

/** Undefined where it is no text, or there is nothing to redact. */
function redactedWhole(
  written: string,
  encoding: ByteEncoding,
  { redact }: DecodedTextWork,
): string | undefined {
  const bytes = encoding.decode(written);
  if (!isUtf8(bytes)) return undefined;
  const text = bytes.toString();
  if (!isPrintable(text)) return undefined;
  const redacted = redact(text);
  if (redacted === text) return undefined;
  return isPlaceholder(redacted) && encoding !== decimal
    ? redacted
    : encoding.encode(Buffer.from(redacted), written);
}

function holdsSecret(
  written: string,
  encoding: ByteEncoding,
  { redact, hasSecret }: DecodedTextWork,
): boolean {
  return encoding.alignments.some((skipped) => {
    const bytes = encoding.decode(written.slice(skipped));
    const readings = [bytes.toString("utf16le"), bytes.toString("latin1")];
    return readings.some(hasSecret) || textsIn(bytes).some((text) => redact(text) !== text);
  });
}
