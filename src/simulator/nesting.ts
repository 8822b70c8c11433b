import { nestingLimit } from "./limits.ts";
import { RunFailed } from "./run/run-failed.ts";

/** `"`, `\`, `[`, `]`, `{` and `}`. */
const [quote, backslash, open, close, openBrace, closeBrace] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Fails the run where JSON has more levels than `nestingLimit`. A megabyte of brackets takes V8 a quarter of a second to parse, and
 * a recursion over its levels overflows the stack.
 *
 * @param what - the owner of the JSON: `The answer`
 */
export function checkNesting(json: string, what: string): void {
  if (levelsIn(json) <= nestingLimit) return;
  const message = `${what} has more than ${nestingLimit} levels of lists and objects, and the simulator takes no more.`;
  throw new RunFailed({ name: "NestingLimitError", message });
}

/** The depth of lists and objects within each other; the rest after too many does not count. */
function levelsIn(json: string): number {
  let levels = 0;
  let most = 0;
  let isText = false;
  for (let index = 0; index < json.length && most <= nestingLimit; index += 1) {
    const code = json.charCodeAt(index);
    if (isText && code === backslash) index += 1;
    else if (code === quote) isText = !isText;
    else if (isText) continue;
    else if (code === open || code === openBrace) {
      levels += 1;
      most = Math.max(most, levels);
    } else if (code === close || code === closeBrace) levels -= 1;
  }
  return most;
}
