import { distance } from "fastest-levenshtein";
import type { TextFunction } from "./expression.ts";

/** Tells whether the texts of some fields match a search. */
type TextMatch = (texts: string[], searched: string) => boolean;

/**
 * The full-text predicates. Source: explore-v2.1, "ODSQL predicates".
 * Assumed: accents do not count for search and suggest; with several fields one of them must match on its own;
 * a text without a word matches nothing.
 */
export const TEXT_MATCHES: { [Name in TextFunction]: TextMatch } = {
  search: (texts, searched) => texts.some((text) => matchesFuzzily(wordsOf(text), wordsOf(searched))),
  suggest: (texts, searched) => texts.some((text) => hasPrefixes(wordsOf(text), wordsOf(searched))),
  startswith: (texts, searched) => searched !== "" && texts.some((text) => text.startsWith(searched)),
};

/**
 * "action movies": every word is somewhere in the row.
 * Source: explore-v2.1, "Search query filter". Assumed: the words may be in different fields, and case and accents do not count.
 */
export function hasWords(texts: string[], searched: string): boolean {
  const words = new Set(texts.flatMap(wordsOf));
  return every(wordsOf(searched), (word) => words.has(word));
}

// "Élagage à l'été" -> elagage, a, l, ete
function wordsOf(text: string): string[] {
  const folded = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

// Source: explore-v2.1, search(): the terms but the last are fuzzy, the last is a prefix.
function matchesFuzzily(words: string[], terms: string[]): boolean {
  const last = terms.at(-1);
  if (last === undefined) return false;
  const fuzzy = terms
    .slice(0, -1)
    .every((term) => words.some((word) => distance(word, term) <= fuzziness(term)));
  return fuzzy && words.some((word) => word.startsWith(last));
}

// Source: explore-v2.1, search(): "length > 5 … distance of 2", "length > 2 … distance of 1".
function fuzziness(term: string): number {
  if (term.length > 5) return 2;
  return term.length > 2 ? 1 : 0;
}

function hasPrefixes(words: string[], terms: string[]): boolean {
  return every(terms, (term) => words.some((word) => word.startsWith(term)));
}

function every(terms: string[], test: (term: string) => boolean): boolean {
  return terms.length > 0 && terms.every(test);
}
