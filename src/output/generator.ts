import { ownVersion } from "../package-root.ts";
import type { IsOwn } from "./obstacle.ts";

/** The value of the property `generator` of a JSON file that zapc wrote. */
export const generator = `zapc ${ownVersion}`;

/** The property `format` of metadata.json: the version of its format. Each zapc reads its own and all before it. */
export const METADATA_FORMAT = 1;

/** Tells whether a value of the property `generator` is that of any version of zapc. */
export function isGenerator(value: unknown): boolean {
  return typeof value === "string" && /^zapc \d+\.\d+\.\d+/.test(value);
}

/** The content of a file without its generator: the values of an account. */
export function withoutGenerator<T extends { readonly [key: string]: unknown }>(values: T): T {
  if (!isGenerator(values.generator)) return values;
  const { generator: _, ...others } = values;
  return others as T;
}

/**
 * Tells whether zapc wrote a JSON file: by its `generator` or, where an earlier version wrote it, by its shape.
 *
 * @param hasShape - whether an object is what earlier versions wrote
 */
export function ownJson(hasShape: (value: { readonly [key: string]: unknown }) => boolean): IsOwn {
  return (text) => {
    const value = parsed(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const object = value as { readonly [key: string]: unknown };
    return isGenerator(object.generator) || hasShape(object);
  };
}

function parsed(text: string): unknown {
  try {
    // An editor may have put a byte order mark before it.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

/** The first line of each review that zapc writes, as HTML and as Markdown. */
export function reviewMark(hash: string): string {
  return `<!-- Made by zapc: a review of the zap.js with the hash ${hash}. -->`;
}

/** Tells whether zapc wrote a review. */
export function isReview(text: string): boolean {
  return /^\s*(?:<!doctype html>\s*)?<!-- Made by zapc: a review of /.test(text);
}
