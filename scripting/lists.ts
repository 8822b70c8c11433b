/** Lists, of which the platform takes 5 MB at a time. */
import type { Call, Portal } from "./call.ts";
import { askSized } from "./portal.ts";
import { tooLarge } from "./refusals.ts";

/** Some room is left for entries that are larger than those before. */
export const MOST_BYTES = 4_000_000;

/** Entries that are asked for before their size is known; also those of a dropdown. */
export const FIRST_PAGE = 100;

/** Some entries of a list. */
export interface Page<T> {
  entries: T[];
  /** The size of the whole answer. */
  bytes: number;
  /** The number of entries of the whole list, where the portal says so. */
  total?: number | undefined;
}

/** The beginning of a list. */
export interface Beginning<T> extends Page<T> {
  /** True if the list has no more entries. */
  isAll: boolean;
}

interface Wanted<T> {
  /** The number of entries that are wanted at most. */
  most: number;
  /** The number of entries that one request may ask for. */
  longest: number;
  /** The entries to skip. */
  offset?: number | undefined;
  /** Is asked with the last entry of each page whether the others are of no use. */
  isEnough?: ((last: T) => boolean) | undefined;
}

/** Asks for some entries. Undefined for an answer that is too large; where one entry is, it throws. */
type AskForPage<T> = (limit: number, offset: number) => Page<T> | undefined;

/** The entries of a list that is read page by page. */
export function readPages<T>({ most, longest, offset = 0, isEnough }: Wanted<T>, ask: AskForPage<T>): T[] {
  let found: T[] = [];
  let limit = Math.min(FIRST_PAGE, longest);
  while (found.length < most) {
    const asked = Math.min(limit, most - found.length);
    const page = ask(asked, offset + found.length);
    if (!page) {
      limit = Math.floor(asked / 2);
      continue;
    }
    found = found.concat(page.entries);
    const last = page.entries[page.entries.length - 1];
    const isLastPage = page.entries.length < asked || offset + found.length === page.total;
    if (!last || isLastPage || (isEnough && isEnough(last))) break;
    limit = Math.min(longest, entriesThatFit(page));
  }
  return found;
}

/** The first entries of a list that has no pages: as many as one answer holds, or at least half of them. */
export function readBeginning<T>(
  { most, guess }: { most: number; guess: number },
  ask: (limit: number) => Page<T> | undefined,
): Beginning<T> {
  let limit = Math.min(most, guess);
  let longest = most;
  for (;;) {
    const page = ask(limit);
    if (!page) {
      limit = Math.floor(limit / 2);
      longest = limit;
      continue;
    }
    const next = Math.min(longest, entriesThatFit(page));
    const isAll = page.entries.length < limit;
    // A few more are not worth another request.
    if (isAll || next < limit * 1.5) return { ...page, isAll };
    limit = next;
  }
}

/** The number of entries that fit when they are as large as those of a page. */
export function entriesThatFit(page: Page<unknown>): number {
  return Math.max(1, Math.floor((page.entries.length * MOST_BYTES) / page.bytes));
}

/** Undefined for an answer that is too large. */
export function askForPage<T>(portal: Portal, call: Call): Page<T> | undefined {
  const answer = askSized<T[] & { results: T[]; total_count?: number }>(portal, call);
  if (!answer && (call.query || {}).limit === 1) throw tooLarge(portal, call);
  if (!answer) return undefined;
  const { data, bytes } = answer;
  return { entries: call.list === "[]" ? data : data.results, bytes, total: data.total_count };
}
