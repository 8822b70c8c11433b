/**
 * The deepest nesting of brackets. The parsers of esbuild, oxc and V8 call themselves for each: oxc ends the process
 * without a word at about 4,000 arrow functions in each other, on a stack of 8 MB.
 */
export const DEEPEST_NESTING = 3200;

/** Tells whether brackets stand deeper in each other than so many. */
export function isDeeperThan(most: number, text: string): boolean {
  return offsetBelow(most, text) !== undefined;
}

/** The offset of the first bracket that stands deeper than any may, or undefined. */
export function tooDeepOffset(text: string): number | undefined {
  return offsetBelow(DEEPEST_NESTING, text);
}

const token = /["'`/\\()[\]{}]|\$\{/g;

function offsetBelow(most: number, text: string): number | undefined {
  const opening = text.match(/[([{]/g) ?? [];
  if (opening.length <= most) return undefined;
  let depth = 0;
  /** The depths at which `${` has begun: behind its `}` a template goes on. */
  const templates: number[] = [];
  token.lastIndex = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [sign] = found;
    if (/^[([{]/.test(sign)) depth++;
    else if (/[)\]}]/.test(sign)) {
      depth--;
      if (sign === "}" && templates.at(-1) === depth) token.lastIndex = goOnInTemplate(found.index + 1);
    } else if (sign === "`") token.lastIndex = goOnInTemplate(found.index + 1);
    else token.lastIndex = endOfToken(text, found.index);
    if (depth > most) return found.index;
  }
  return undefined;

  /** Skips the text of a template, up to its end or the next `${`. */
  function goOnInTemplate(start: number): number {
    if (text[start - 1] === "}") templates.pop();
    const end = /`|\$\{/g;
    end.lastIndex = start;
    for (let found = end.exec(text); found; found = end.exec(text)) {
      if (isEscaped(text, found.index)) continue;
      if (found[0] === "`") return found.index + 1;
      templates.push(depth++);
      return found.index + 2;
    }
    return text.length;
  }
}

/** The end of a string or a comment that begins at an offset; of another sign, the next offset. */
function endOfToken(text: string, start: number): number {
  const skipped =
    text[start] === "/" ? /\/\/.*|\/\*[\s\S]*?\*\/|\//y : /"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|\\/y;
  skipped.lastIndex = start;
  return start + (skipped.exec(text)?.[0].length ?? 1);
}

function isEscaped(text: string, offset: number): boolean {
  let at = offset;
  while (text[at - 1] === "\\") at--;
  return (offset - at) % 2 === 1;
}
