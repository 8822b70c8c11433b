import { isUtf8 } from "node:buffer";
import { changed, type TextChange } from "./changes.ts";
import { type DecodedTextWork, redactedBlocks, redactedLists } from "./encoded-blocks.ts";
import { type Literal, literalsIn } from "./json-literals.ts";
import { namedValues } from "./named-values.ts";
import { Needles, type Secret } from "./needles.ts";
import { isHarmless, isPlaceholder, isPlural, isSecretName, placeholder } from "./secret-names.ts";
import { changedTexts, isPrintable } from "./texts-in-bytes.ts";
import { encodedFor, locating, viewsOf } from "./views.ts";

// Base64 within Base64, JSON within JSON, and so on.
const DEEPEST = 50;

// So many characters of texts, and what has become of them.
const MOST_KEPT = 20_000_000;

// More of them are no tokens.
const MOST_LEARNT = 500;

// A shorter value is in all bytes, those of a picture say.
const SHORTEST = 4;

const inLatin1 = (text: string) => text;
const inUtf16 = (text: string) => Buffer.from(text, "utf16le").toString("latin1");
const inUtf16BigEndian = (text: string) => Buffer.from(text, "utf16le").swap16().toString("latin1");
const widths = [inLatin1, inUtf16, inUtf16BigEndian];

/**
 * Takes out what is secret: values that are known, however they are written, and those whose names say so. The name of a value
 * takes its place, so that another account's replay has the same text there.
 */
export class Redactor {
  readonly #patterns: readonly RegExp[];
  /** Every secret so far, by its value: tokens are replaced by others. */
  readonly #known = new Map<string, Secret>();
  readonly #placeholders = new Set<string>();
  /**
   * The redacted texts, with the secrets that are known. Short ones often come again, and a nested text is met again in
   * each reading of the text around it: Base64 of 25 times Base64 would take hours.
   */
  readonly #done = new Map<string, string>();
  #kept = 0;
  #needles = new Needles([]);
  /** The needles for the names of properties: a user may be called as one of them. */
  #needlesInNames = new Needles([]);
  /** The needles for bytes: those of a picture hold every short text. */
  #needlesInBytes = new Needles([]);

  /** @param patterns - regular expressions: their matches are secret, too */
  constructor(patterns: readonly string[] = []) {
    this.#patterns = patterns.map((pattern) => new RegExp(pattern, "g"));
  }

  /** Every value that is known to be secret. */
  get secrets(): Secret[] {
    return [...this.#known.values()];
  }

  /** The number of known values: a text that was redacted before there were more may hold one of those. */
  get known(): number {
    return this.#known.size;
  }

  /** Notes what is secret now. */
  learn(secrets: readonly Secret[]): void {
    const before = this.#known.size;
    for (const secret of secrets) {
      if (this.#known.has(secret.value)) continue;
      this.#known.set(secret.value, secret);
      this.#placeholders.add(secret.placeholder);
    }
    if (this.#known.size === before) return;
    this.#forget();
    const all = [...this.#known.values()].sort((a, b) => b.value.length - a.value.length);
    this.#needles = new Needles(all);
    this.#needlesInNames = new Needles(
      all.filter(({ isCredential, value }) => isCredential || !/^\w+$/.test(value)),
    );
    this.#needlesInBytes = new Needles(all.filter(({ value }) => value.length >= SHORTEST));
  }

  /** A text without what is secret in it. JSON stays JSON. */
  text(text: string): string {
    const { size } = this.#known;
    const redacted = this.#redacted(text, 0);
    // A value that a name has told to be secret may stand further up without one.
    return this.#known.size > size ? this.#redacted(text, 0) : redacted;
  }

  /** Bytes without what is secret in them: as a text where they are one. */
  bytes(bytes: Uint8Array): string | Uint8Array {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (isUtf8(buffer) && !buffer.includes(0)) return this.text(buffer.toString());
    const text = buffer.toString("latin1");
    if (isPrintable(text)) return Buffer.from(this.text(text), "latin1");
    const known = Buffer.from(this.#withoutKnownBytes(text), "latin1");
    return changedTexts(known, (part) => this.text(part));
  }

  /** Bytes, each as a character, without known values in Latin-1 and UTF-16. */
  #withoutKnownBytes(text: string): string {
    const values = [...this.#known.values()].filter(({ value }) => value.length >= SHORTEST);
    return values.reduce((rest, { value, placeholder }) => {
      return widths.reduce((rest, wide) => rest.replaceAll(wide(value), wide(placeholder)), rest);
    }, text);
  }

  #redacted(text: string, depth: number): string {
    const done = this.#done.get(text);
    if (done !== undefined) return done;
    const redacted = this.#redactedAnew(text, depth);
    this.#kept += text.length + redacted.length;
    if (this.#kept > MOST_KEPT) this.#forget();
    this.#done.set(text, redacted);
    return redacted;
  }

  #forget(): void {
    this.#done.clear();
    this.#kept = 0;
  }

  #redactedAnew(text: string, depth: number): string {
    if (depth > DEEPEST) return "redacted-nesting";
    const literals = literalsIn(text);
    const redacted = literals ? this.#json(text, literals, depth) : this.#plain(text, depth);
    return this.#patterns.reduce((rest, pattern) => rest.replace(pattern, "redacted-pattern"), redacted);
  }

  #json(text: string, literals: readonly Literal[], depth: number): string {
    const changes = literals.flatMap((literal) => {
      const { start, end } = literal;
      const by =
        typeof literal.value === "number"
          ? this.#number(literal, text.slice(start, end))
          : this.#string(literal, literal.value, depth);
      return by === literal.value || by === undefined ? [] : [{ start, end, by: JSON.stringify(by) }];
    });
    return changed(text, [...changes, ...redactedLists(text, this.#decoding(depth))]);
  }

  #number({ name = "" }: Literal, written: string): string | undefined {
    const [known] = this.#needles.find(written);
    if (known) return known.placeholder;
    return isSecretName(name) && !isPlural(name) ? placeholder(name) : undefined;
  }

  #string({ name = "", isName }: Literal, value: string, depth: number): string {
    if (isName) return this.#plain(value, depth, this.#needlesInNames);
    const redacted = this.#redacted(value, depth + 1);
    if (!isSecretName(name) || isHarmless(value) || isPlaceholder(redacted)) return redacted;
    this.#learnNamed(name, value);
    return placeholder(name);
  }

  #plain(text: string, depth: number, needles = this.#needles): string {
    // First what is not encoded: to find out where the rest stands takes longer.
    const plain = changed(text, [...this.#knownIn(text, needles), ...this.#namedIn(text)]);
    const changes: TextChange[] = [];
    for (const view of viewsOf(plain, needles.secretProperties)) {
      if (view.text === plain) continue;
      const found = [
        ...this.#knownIn(view.text, needles),
        ...this.#namedIn(view.text),
        ...redactedBlocks(view.text, this.#decoding(depth)),
      ];
      if (found.length === 0) continue;
      const locate = locating(plain, view);
      for (const { by, ...span } of found) changes.push({ ...locate(span), by: encodedFor(view, by) });
    }
    const read = changed(plain, changes);
    return changed(read, redactedBlocks(read, this.#decoding(depth)));
  }

  #knownIn(text: string, needles: Needles): TextChange[] {
    return needles.find(text).flatMap(({ start, end, placeholder }) => {
      if (this.#isInPlaceholder(text, start, end)) return [];
      // In place of a number of JSON there is a text.
      return [{ start, end, by: isJsonNumber(text, start, end) ? `"${placeholder}"` : placeholder }];
    });
  }

  /** The placeholder of `key` holds a `key`. */
  #isInPlaceholder(text: string, start: number, end: number): boolean {
    const before = /redacted-[a-z0-9-]*$/.exec(text.slice(Math.max(0, start - 100), start))?.[0];
    if (before === undefined) return false;
    const word = before + (/^[a-z0-9-]*/.exec(text.slice(start, end + 100))?.[0] ?? "");
    const secretEnd = before.length + end - start;
    const isWithin = (placeholder: string) => word.startsWith(placeholder) && placeholder.length >= secretEnd;
    return (isSecretName(word) && word.length >= secretEnd) || [...this.#placeholders].some(isWithin);
  }

  #namedIn(text: string): TextChange[] {
    return namedValues(text).map(({ name, value, ...change }) => {
      this.#learnNamed(name, value);
      return change;
    });
  }

  #decoding(depth: number): DecodedTextWork {
    return {
      redact: (decoded) => this.#redacted(decoded, depth + 1),
      hasSecret: (decoded) => this.#needlesInBytes.isIn(decoded),
    };
  }

  /** A value that a name has told to be secret is so in other places, too, unless it is a word or a number. */
  #learnNamed(name: string, value: string): void {
    const isTold = value.length >= 8 && /\d/.test(value) && /[a-z]/i.test(value);
    if (!isTold || this.#known.size > MOST_LEARNT) return;
    this.learn([{ value, placeholder: placeholder(name), isCredential: true }]);
  }
}

/** Tells whether digits are a number where JSON has one. */
function isJsonNumber(text: string, start: number, end: number): boolean {
  return (
    /^\d+$/.test(text.slice(start, end)) &&
    /[:[,]\s{0,20}$/.test(text.slice(Math.max(0, start - 20), start)) &&
    /^\s{0,20}[,}\]]/.test(text.slice(end, end + 20))
  );
}

/** Tells whether a text holds one of these secrets, however it is written. */
export function holdsSecret(text: string, needles: Needles): boolean {
  if (text.length < needles.secretProperties.fewestCharacters) return false;
  for (const view of viewsOf(text, needles.secretProperties)) {
    if (needles.isIn(view.text)) return true;
    const blocks = redactedBlocks(view.text, {
      redact: (decoded) => (holdsSecret(decoded, needles) ? "" : decoded),
      hasSecret: (decoded) => needles.isIn(decoded),
    });
    if (blocks.length > 0) return true;
  }
  return false;
}
