import { parse } from "acorn";

/** The answers so far: the traps, the lowering and the check of packages ask about the same literals. */
const known = new Map<string, boolean>();

/** Tells whether ES5 knows a regular expression: its pattern as `new RegExp` takes it, and its flags. */
export function isInEs5(pattern: string, flags: string): boolean {
  const key = `${flags}/${pattern}`;
  const answer = known.get(key) ?? canParse(pattern, flags);
  known.set(key, answer);
  return answer;
}

function canParse(pattern: string, flags: string): boolean {
  try {
    // A literal cannot hold each pattern as it is: `/` and line ends are escaped.
    const literal = `/${new RegExp(pattern).source}/${flags}`;
    parse(literal, { ecmaVersion: 5 });
    return true;
  } catch {
    return false;
  }
}
