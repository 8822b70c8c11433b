import { existsSync, readFileSync, statSync } from "node:fs";
import { relative } from "node:path";
import { codeFrameColumns } from "@babel/code-frame";
import colors from "picocolors";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Failure } from "../model/failure.ts";

/** Prints findings for people: each with its code frame, then how many errors there are and what comes of them. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  consequence = "Nothing was written.",
): void {
  for (const diagnostic of diagnostics) console.error(`${asText(diagnostic)}\n`);
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  if (errors > 0) console.error(colors.red(`${count(errors, "error")}. ${consequence}`));
}

/** Prints what could not be done, and what to do about it. */
export function printFailure({ message, hint }: Failure): void {
  console.error(`${colors.red("error")} ${message}`);
  if (hint) console.error(`  ${colors.cyan("→")} ${hint}`);
}

/** What could not be done, as `--json` prints it. */
export function failureReport({ message, hint }: Failure): object {
  return { ok: false, failure: { message, hint } };
}

/** `3 methods`, `1 error`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

function asText({ code, severity, message, file, line, column, hint }: Diagnostic): string {
  const color = severity === "error" ? colors.red : colors.yellow;
  const text = line === undefined ? undefined : textOf(file);
  const place = [shownPath(file), line, column].filter((part) => part !== undefined).join(":");
  return [
    `${color(severity)} ${colors.dim(code)} ${colors.bold(place)}`,
    `  ${message.replaceAll("\n", "\n  ")}`,
    ...(hint ? [`  ${colors.cyan("→")} ${hint}`] : []),
    ...(line === undefined ? [] : [text === undefined ? "" : codeFrame(text, line, column)]),
  ].join("\n");
}

/** Short where the file is below the current directory. */
function shownPath(file: string): string {
  const path = relative("", file);
  return path.startsWith("..") ? file : path || ".";
}

// A frame of a longer line, in minified code say, helps nobody.
const longestLine = 500;

/** The lines around a place of a text, with the place marked; empty where they would help nobody. */
export function codeFrame(text: string, line: number, column = 1): string {
  if ((text.split("\n")[line - 1]?.length ?? 0) > longestLine) return "";
  return codeFrameColumns(text, { start: { line, column } }, { highlightCode: colors.isColorSupported });
}

function textOf(file: string): string | undefined {
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file, "utf8") : undefined;
}
