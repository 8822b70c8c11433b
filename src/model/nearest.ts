import { closest, distance } from "fastest-levenshtein";

// Any other name is as near to one of one or two letters.
const SHORTEST = 3;

/**
 * The name that was probably meant: `colour` for `color`. Undefined where each of the names is another word: about a third of its
 * letters, and always 1, may differ. Case does not count.
 */
export function nearest(given: string, names: readonly string[]): string | undefined {
  if (given.length < SHORTEST || names.length === 0) return undefined;
  const lower = names.map((name) => name.toLowerCase());
  const found = closest(given.toLowerCase(), lower);
  const most = Math.max(1, Math.round(Math.min(given.length, found.length) / 3));
  return distance(given.toLowerCase(), found) <= most ? names[lower.indexOf(found)] : undefined;
}

/**
 * Suggests the nearest name for one that does not exist: `Did you mean colour?` or, where no name is near, nothing.
 *
 * @param shown - how a name is written in the sentence
 */
export function didYouMean(
  given: string,
  names: readonly string[],
  shown: (name: string) => string = (name) => name,
): string | undefined {
  const name = nearest(given, names);
  return name === undefined ? undefined : `Did you mean ${shown(name)}?`;
}

/** As `didYouMean`, and which names there are: `Did you mean colour? There are: colour, size.` Undefined without names. */
export function suggestion(given: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  return [didYouMean(given, names), `There are: ${names.join(", ")}.`].filter(Boolean).join(" ");
}
