import { parse } from "acorn";

/** Tells whether ES5 knows a regular expression: its pattern as `new RegExp` takes it, and its flags. */
export function isInEs5(pattern: string, flags: string): boolean {
  try {
    // A literal cannot hold each pattern as it is: `/` and line ends are escaped.
    const literal = `/${new RegExp(pattern).source}/${flags}`;
    parse(literal, { ecmaVersion: 5 });
    return true;
  } catch {
    return false;
  }
}
