import colors from "picocolors";
import type { LogLine, RecordedRequest, RunError, RunReport } from "../simulator/run/run.ts";
import { count } from "./print.ts";
import { shownStack } from "./shown-stack.ts";

/** Prints what a run did on its way: its requests, and what the script logged. */
export function printReport({ requests, logs }: Pick<RunReport, "requests" | "logs">): void {
  section(count(requests.length, "request"), requests.map(requestLine));
  section(count(logs.length, "line of the log", "lines of the log"), logs.map(logLine));
}

/**
 * Prints why a run failed, with the lines of the sources.
 *
 * @param dist - the directory of zap.js and its map
 */
export async function printRunError({ name, message, stack, hint }: RunError, dist: string): Promise<void> {
  console.error(`\n${colors.red(name)} ${message}`);
  if (stack) console.error(await shownStack(stack, dist));
  if (hint) console.error(`  ${colors.cyan("→")} ${hint}`);
}

function section(title: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log(`\n${colors.bold(title)}\n${lines.join("\n")}`);
}

function requestLine({ method, url, response, failure, by, script_method }: RecordedRequest): string {
  const sender = by === "platform" ? "the platform" : script_method;
  return `  ${method} ${url}\n    ${response?.status ?? failure} ${colors.dim(`sent by ${sender}`)}`;
}

function logLine({ level, text, method }: LogLine): string {
  return `  ${level} ${text} ${colors.dim(`in ${method}`)}`;
}
