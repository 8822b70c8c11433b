import { readFileSync } from "node:fs";
import { relative } from "node:path";
import colors from "picocolors";
import type { MappedLine } from "../built/source-frames.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Failure } from "../model/failure.ts";
import { codeFrame as frameOf } from "../output/code-frame.ts";

/** Prints findings for people: each with its code frame, then how many errors there are and what comes of them. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  consequence = "Nothing was written.",
): void {
  for (const diagnostic of diagnostics) console.error(`${diagnosticText(diagnostic)}\n`);
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  if (errors > 0) console.error(colors.red(`${count(errors, "error")}. ${consequence}`));
}

/** Prints findings without their lines, which may hold secrets. */
export function printFindings(diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) console.error(`${findingText(diagnostic)}\n`);
}

/** Prints what could not be done, and what to do about it. */
export function printFailure({ fault, hint }: Failure): void {
  console.error(`${colors.red("error")} ${fault}`);
  if (hint) console.error(`  ${colors.cyan("→")} ${hint}`);
}

/** A failure, as `--json` prints it. */
export function failureReport({ fault, hint }: Failure): object {
  return { ok: false, failure: { message: fault, hint } };
}

/** `3 methods`, `1 error`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** One finding, with its code frame. */
export function diagnosticText(diagnostic: Diagnostic): string {
  const { file, line, column } = diagnostic;
  const text = line === undefined ? undefined : textOf(file);
  const frame = line === undefined ? [] : [text === undefined ? "" : codeFrame(text, line, column)];
  return [findingText(diagnostic), ...frame].join("\n");
}

/** One finding without its lines. */
function findingText({ code, severity, message, file, line, column, hint }: Diagnostic): string {
  const color = severity === "error" ? colors.red : colors.yellow;
  const place = [shownPath(file), line, column].filter((part) => part !== undefined).join(":");
  return [
    `${color(severity)} ${colors.dim(code)} ${colors.bold(place)}`,
    `  ${message.replaceAll("\n", "\n  ")}`,
    ...(hint ? [`  ${colors.cyan("→")} ${hint}`] : []),
  ].join("\n");
}

/** Short where the file is below the current directory. */
function shownPath(file: string): string {
  const path = relative("", file);
  return path.startsWith("..") ? file : path || ".";
}

/** The lines around a place of a text, with the place marked, in the colours of the terminal. */
export function codeFrame(text: string, line: number, column?: number): string {
  return frameOf(text, { line, column, isColored: colors.isColorSupported });
}

/** Undefined where the file is gone, or can no longer be read. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** A mapped trace for people: under each line the sources that it names. */
export function shownTrace(lines: readonly MappedLine[]): string {
  return lines
    .flatMap(({ text, frames }) => {
      if (frames.length === 0) return [colors.dim(text)];
      const shown = frames.map(({ source, line, column }) => codeFrame(source, line, column));
      return [text, ...shown.filter((frame) => frame !== "").map(indented)];
    })
    .join("\n");
}

/** A text that stands under a line of a trace. */
export function indented(text: string): string {
  return text.replace(/^/gm, "      ");
}
