/** The first line of each review that zapc writes, as HTML and as Markdown. */
export function reviewMark(hash: string): string {
  return `<!-- Made by zapc: a review of the zap.js with the hash ${hash}. -->`;
}

/** Tells whether zapc wrote a review. */
export function isReview(text: string): boolean {
  return /^\s*(?:<!doctype html>\s*)?<!-- Made by zapc: a review of /.test(text);
}
