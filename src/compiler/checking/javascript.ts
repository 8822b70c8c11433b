import { isBuiltin } from "node:module";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { isOfRunner } from "../../model/required-modules.ts";
import { isJavaScript } from "../../source/source.ts";

/**
 * JavaScript ran before anything checked it, so the type-check of it only advises. Its findings about types that nobody has written are
 * left out.
 */
export function tolerant(findings: readonly Diagnostic[]): Diagnostic[] {
  const isAdvice = ({ file }: Diagnostic) => isJavaScript({ path: file });
  const others = findings.filter((finding) => !isAdvice(finding));
  const advice = findings
    .filter((finding) => isAdvice(finding) && !isOfUnwrittenTypes(finding))
    .map((finding): Diagnostic => ({ ...finding, severity: "warning" }));
  return [...others, ...advice];
}

/** The numbers of TypeScript's messages about unknown types, values that may be null, and `require`. */
const ofUnwrittenTypes =
  "TS2531 TS2532 TS2571 TS2580 TS2591 TS2533 TS2632 TS2683 TS2722 TS7005 TS7006 TS7008 TS7009 TS7010 TS7011 TS7015 TS7016 TS7017 TS7018 TS7019 TS7022 TS7023 TS7024 TS7027 TS7028 TS7029 TS7030 TS7031 TS7034 TS7041 TS7053 TS18046 TS18047 TS18048 TS18049".split(
    " ",
  );

/** These types say nothing: parsed JSON, `[]`, `{Object}` in JSDoc, where people mean any, and the result of `require` have them. */
const vagueType = /\btype '(?:unknown|never|[Oo]bject)'|\btype '(?:BufferModule \||"buffer" \|)/;

function isOfUnwrittenTypes({ code, message }: Diagnostic): boolean {
  const [, module = ""] = /^Cannot find module '([^']+)'/.exec(message) ?? [];
  return (
    ofUnwrittenTypes.includes(code) || vagueType.test(message) || isBuiltin(module) || isOfRunner(module)
  );
}

/** The findings of the type-check and, where it does not say so as an error itself, variables that nothing declares. */
export function withImplicitGlobals(
  types: readonly Diagnostic[],
  implicit: readonly Diagnostic[],
): Diagnostic[] {
  const isSaid = (it: Diagnostic) =>
    types.some(
      ({ severity, file, line, code }) =>
        severity === "error" && file === it.file && line === it.line && code === "TS2304",
    );
  const added = implicit.filter((it) => !isSaid(it));
  const isRepeated = ({ file, line, code, severity }: Diagnostic) =>
    severity === "warning" && code === "TS2304" && added.some((it) => it.file === file && it.line === line);
  return [...types.filter((it) => !isRepeated(it)), ...added];
}

const MOST_PLACES = 5;

/** Findings in JavaScript with the same words become one: that of the first place, with the lines of the others. */
export function grouped(findings: readonly Diagnostic[]): Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const [index, finding] of findings.entries()) {
    const isAlone = !isJavaScript({ path: finding.file });
    const words = isAlone
      ? String(index)
      : [finding.severity, finding.code, finding.message, finding.hint].join("\0");
    groups.set(words, [...(groups.get(words) ?? []), finding]);
  }
  return [...groups.values()].map(([first, ...others]) => {
    const { message } = first as Diagnostic;
    return {
      ...(first as Diagnostic),
      message: others.length > 0 ? `${message}\n${alsoAt(others)}` : message,
    };
  });
}

/** `Also in 12 other places: new_ticket.js:7, …` */
function alsoAt(others: readonly Diagnostic[]): string {
  const places = others.slice(0, MOST_PLACES).map(({ file, line }) => `${file.split("/").at(-1)}:${line}`);
  const more = others.length > MOST_PLACES ? ", …" : "";
  const number = others.length === 1 ? "one other place" : `${others.length} other places`;
  return `Also in ${number}: ${places.join(", ")}${more}`;
}
