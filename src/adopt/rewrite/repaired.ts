import MagicString from "magic-string";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { marker } from "../cut/marker.ts";
import type { ParsedScript } from "../cut/script.ts";
import { type Flattening, flattened, flatteningOf } from "./flattened.ts";
import { implicitGlobals } from "./implicit-globals.ts";
import { semanticRules } from "./semantics.ts";
import { asDiagnostic, type StrictModeFinding, type TextEdit } from "./strict-mode-finding.ts";
import { syntaxRules } from "./syntax.ts";
import { withoutTestingCode } from "./testing-code.ts";

/** A script that a strict module can hold. */
export interface Repaired {
  readonly text: string;
  readonly findings: readonly Diagnostic[];
  /** The lines of code that is left out. */
  readonly leftOut: readonly LineRange[];
  /** The text as it was, but for that code. */
  readonly withoutTesting: string;
}

interface LineRange {
  readonly first: number;
  readonly last: number;
}

const rules = [...syntaxRules, implicitGlobals, ...semanticRules];

/** Finds the code that strict mode would break, and repairs it: code that a module cannot hold always, and the rest with `fix`. */
export function repaired(
  script: ParsedScript,
  { file, fix }: { readonly file: string; readonly fix: boolean },
): Repaired {
  const text = new MagicString(script.text);
  const testing = withoutTestingCode(script, file);
  for (const edit of testing.edits) apply(edit, text);
  const withoutTesting = text.toString();
  const isLeftOut = ({ node }: StrictModeFinding) =>
    testing.edits.some(({ start, end }) => start <= node.start && node.end <= end);
  const found = rules.flatMap((rule) => rule(script)).filter((it) => !isLeftOut(it));
  const findings = found.map((it) => {
    const isRepaired = it.edits !== undefined && (fix || it.isSyntax === true);
    if (isRepaired) for (const edit of it.edits ?? []) apply(edit, text);
    else mark(it, { script, text });
    const canBe = it.edits !== undefined && !isRepaired;
    const { instead } = it;
    return asDiagnostic(canBe ? { ...it, instead: `${instead} \`--fix\` does so.` } : it, file, isRepaired);
  });
  const flat = flattened(text.toString());
  const flattening = flat === text.toString() ? undefined : flatteningOf(script);
  const all = [...testing.findings, ...(flattening ? [ofFlattening(flattening, file)] : []), ...findings];
  const leftOut = testing.edits.map((it) => linesOf(it, script));
  return { text: flat, findings: all.sort(byLine), leftOut, withoutTesting };
}

const flattenings = {
  function: [
    "wrapper",
    "A function around the script keeps its variables to itself, as each module does.",
    "It is left out.",
  ],
  variable: [
    "shared-variable",
    "`Zap` shares its `var` with other variables.",
    "Repaired: it has a `var` of its own.",
  ],
} as const;

function ofFlattening({ kind, statement }: Flattening, file: string): Diagnostic {
  const [code, message, hint] = flattenings[kind];
  const { line = 1, column = 0 } = statement.loc?.start ?? {};
  return { code, severity: "warning", message, file, line, column: column + 1, hint };
}

function linesOf({ start, end }: TextEdit, { text }: ParsedScript): LineRange {
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  return { first: lineAt(start), last: lineAt(end - 1) };
}

function apply({ start, end, text }: TextEdit, into: MagicString): void {
  if (start === end) into.appendLeft(start, text);
  else if (text === "") into.remove(start, end);
  else into.overwrite(start, end, text);
}

/** Puts a marker above the statement that a finding is in. */
function mark(
  { code, node, message }: StrictModeFinding,
  { script, text }: { script: ParsedScript; text: MagicString },
): void {
  const start = script.text.lastIndexOf("\n", node.start - 1) + 1;
  const indentation = /^[ \t]*/.exec(script.text.slice(start, node.start))?.[0] ?? "";
  const line = marker(`${code} ${node.start}`, message);
  text.appendLeft(start, `${indentation}${line}\n`);
}

function byLine(one: Diagnostic, other: Diagnostic): number {
  return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
}
