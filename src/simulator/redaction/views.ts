import type { Span } from "./changes.ts";

/** A way to write characters in others, and what each of them stands for. */
interface Decoder {
  /** Without it in a text, there is nothing to decode. */
  readonly mark: string | RegExp;
  /** Finds what stands for one character. */
  readonly pattern: RegExp;
  readonly decode: (written: string) => string;
  /** Writes a text so that it stands where others are written so. */
  readonly encode: (text: string) => string;
}

const asItIs = (text: string) => text;

const percent: Decoder = {
  mark: "%",
  // A sequence of UTF-8; else a byte of Latin-1, or what `escape` writes.
  pattern:
    /%u[\da-f]{4}|%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-7](?:%[89ab][\da-f]){3}|%[89a-f][\da-f]/gi,
  decode(written) {
    if (/^%u/i.test(written)) return String.fromCharCode(Number.parseInt(written.slice(2), 16));
    try {
      return decodeURIComponent(written);
    } catch {
      return Buffer.from(written.replaceAll("%", ""), "hex").toString("latin1");
    }
  },
  encode: encodeURIComponent,
};

const plus: Decoder = {
  mark: "+",
  pattern: /\+/g,
  decode: () => " ",
  encode: (text) => text.replaceAll(" ", "+"),
};

const namedEntities: { readonly [name: string]: string } = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};

const entity: Decoder = {
  mark: "&",
  pattern: /&(?:#0*\d{1,7}|#x0*[\da-f]{1,6}|amp|lt|gt|quot|apos|nbsp);?/gi,
  decode(written) {
    const [, hexadecimal, decimal, name = ""] = /^&(?:#x([\da-f]+)|#(\d+)|(\w+));?$/i.exec(written) ?? [];
    const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    if (!hexadecimal && !decimal) return namedEntities[name.toLowerCase()] ?? written;
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
  },
  encode: (text) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`),
};

const escapes: { readonly [letter: string]: string } = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const backslash: Decoder = {
  mark: "\\",
  pattern: /\\(?:u[\da-f]{4}|u\{[\da-f]{1,6}\}|x[\da-f]{2}|[\s\S])/gi,
  decode(written) {
    const hexadecimal = /^\\[ux]\{?([\da-f]+)\}?$/i.exec(written)?.[1];
    if (hexadecimal === undefined) return escapes[written.charAt(1)] ?? written.slice(1);
    const code = Number.parseInt(hexadecimal, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
  },
  encode: (text) => JSON.stringify(text).slice(1, -1),
};

/** `é` -> `e` and an accent: so both ways to write it are one. */
const decomposed: Decoder = {
  mark: /[^\0-\x7f]/,
  pattern: /[^\0-\x7f]/gu,
  decode: (written) => written.normalize("NFD"),
  encode: asItIs,
};

function isMarked(text: string, { mark }: Decoder): boolean {
  return typeof mark === "string" ? text.includes(mark) : mark.test(text);
}

/** The properties of the secrets that are looked for. Without one, some ways to write are of no interest. */
export interface SecretProperties {
  readonly haveBlanks: boolean;
  readonly haveAccents: boolean;
  /** A text of fewer characters holds none of them: nothing is written in fewer than it has, but accents are. */
  readonly fewestCharacters: number;
}

/** A text as it reads where some of its characters stand for others. */
export interface View {
  readonly text: string;
  /** The steps that led to it, the outermost first. */
  readonly steps: readonly Decoder[];
}

// A text is not read in more ways than this: so many characters, all views together, and so many views.
const MOST_CHARACTERS = 64_000_000;
const MOST_VIEWS = 400;

/** A text as it is, then in every way that it can be read, each once. */
export function* viewsOf(text: string, { haveBlanks, haveAccents }: SecretProperties): Generator<View> {
  // Each is read within the others, in any order.
  const decoders = [
    percent,
    entity,
    backslash,
    ...(haveBlanks ? [plus] : []),
    ...(haveAccents ? [decomposed] : []),
  ];
  const itself: View = { text, steps: [] };
  // Most texts are read in no other way.
  if (!decoders.some((decoder) => isMarked(text, decoder))) return yield itself;
  const seen = new Set([text]);
  const views: View[] = [itself];
  let characters = 0;
  for (const view of views) {
    yield view;
    for (const decoder of decoders) {
      if (!isMarked(view.text, decoder)) continue;
      if (characters > MOST_CHARACTERS || views.length > MOST_VIEWS) return;
      const decoded = view.text.replace(decoder.pattern, decoder.decode);
      if (seen.has(decoded)) continue;
      characters += decoded.length;
      seen.add(decoded);
      views.push({ text: decoded, steps: [...view.steps, decoder] });
    }
  }
}

/** Writes a text as the text of a view is written. */
export function encodedFor({ steps }: View, text: string): string {
  return steps.reduceRight((written, { encode }) => encode(written), text);
}

/** Gives the part of a text that a part of one of its views comes from. */
export type Locate = (span: Span) => Span;

/** Locates the parts of a view in the text. It is worth its time only where there is such a part. */
export function locating(text: string, { steps }: View): Locate {
  // The offsets in the text at which each character of the view begins and ends.
  let starts: Uint32Array = Uint32Array.from({ length: text.length }, (_, index) => index);
  let ends: Uint32Array = Uint32Array.from({ length: text.length }, (_, index) => index + 1);
  let current = text;
  for (const { pattern, decode } of steps) {
    const [from, to] = [starts, ends];
    const nextStarts: number[] = [];
    const nextEnds: number[] = [];
    let copied = 0;
    const copyTo = (end: number) => {
      for (; copied < end; copied++) {
        nextStarts.push(from[copied] as number);
        nextEnds.push(to[copied] as number);
      }
    };
    current = current.replace(pattern, (written: string, offset: number) => {
      const decoded = decode(written);
      copyTo(offset);
      for (let index = 0; index < decoded.length; index++) {
        nextStarts.push(from[offset] as number);
        nextEnds.push(to[offset + written.length - 1] as number);
      }
      copied = offset + written.length;
      return decoded;
    });
    copyTo(from.length);
    [starts, ends] = [Uint32Array.from(nextStarts), Uint32Array.from(nextEnds)];
  }
  return ({ start, end }) => ({ start: starts[start] as number, end: ends[end - 1] as number });
}
