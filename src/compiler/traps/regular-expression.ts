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

/** The reason why no engine can load a literal, as a sentence; undefined where one can. */
export function whyInvalid(pattern: string, flags: string): string | undefined {
  if (isInEs5(pattern, flags)) return undefined;
  try {
    parse(`/${pattern}/${flags}`, { ecmaVersion: "latest" });
    return undefined;
  } catch (error) {
    const { message } = error as SyntaxError;
    const reason = message
      .replace(/ \(\d+:\d+\)$/, "")
      .replace(`Invalid regular expression: /${pattern}/: `, "");
    return `${reason}.`;
  }
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
