// Words that no variable of ES5 in strict mode can be called by.
const reserved = new Set(
  (
    "arguments break case catch class const continue debugger default delete do else enum eval export extends false finally for " +
    "function if implements import in instanceof interface let new null package private protected public return static super " +
    "switch this throw true try typeof var void while with yield"
  ).split(" "),
);

/** The first of the names that is free, or the last of them with a number. */
export function freeName(wanted: readonly string[], isTaken: (name: string) => boolean): string {
  const names = wanted.map(inES5);
  const isFree = (name: string) => !reserved.has(name) && !isTaken(name);
  const free = names.find(isFree);
  if (free !== undefined) return free;
  const base = names.at(-1) ?? "_value";
  for (let number = 1; ; number++) {
    const name = `${base}_${number}`;
    if (isFree(name)) return name;
  }
}

/** A name as ES5 allows it: characters beyond U+FFFF are told by their numbers. */
export function inES5(name: string): string {
  return name.replace(
    /[\u{10000}-\u{10ffff}]/gu,
    (character) => `u${character.codePointAt(0)?.toString(16)}`,
  );
}
