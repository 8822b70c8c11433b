import colors from "picocolors";
import type {
  LogLine,
  Problem,
  RecordedBody,
  RecordedRequest,
  RunError,
  RunReport,
} from "../simulator/index.ts";
import { count } from "./print.ts";
import { printable, shownBody } from "./shown-body.ts";
import { shownStack } from "./shown-stack.ts";

/** The options that runs are shown with. */
export interface PrintOptions {
  /** The directory of zap.js and its map: errors are shown with the lines of the sources. */
  readonly dist: string;
}

/** The requests and logs of one run, or of several. */
type PrintedRun = Pick<RunReport, "requests" | "logs" | "problems">;

/** Prints what a run did on its way: its requests, what the script logged, and the problems with what it gives. */
export function printReport({ requests, logs, problems }: PrintedRun): void {
  const exchanges = requests.map(exchangeLines);
  section(
    count(requests.length, "request"),
    exchanges.flatMap(({ lines }) => lines),
  );
  if (exchanges.some(({ isShortened }) => isShortened))
    console.log(colors.dim("  Bodies are shortened here: --json has them whole."));
  section(count(logs.length, "line of the log", "lines of the log"), logs.map(logLine));
  printProblems(problems);
}

// The number that one reads.
const MOST_PROBLEMS = 10;

/** Prints what is wrong with what a run gives, and what to do about it. */
export function printProblems(problems: readonly Problem[]): void {
  for (const { code, message, hint } of problems.slice(0, MOST_PROBLEMS))
    console.error(`\n${colors.red("problem")} ${colors.dim(code)} ${message}\n  ${colors.cyan("→")} ${hint}`);
  const more = problems.length - MOST_PROBLEMS;
  if (more > 0)
    console.error(
      colors.dim(`\n… and ${count(more, "more problem", "more problems")}: --json has them all.`),
    );
}

/** Prints why a run failed, with the lines of the sources. */
export async function printRunError(error: RunError, { dist }: PrintOptions): Promise<void> {
  const { name, message, stack, hint } = error;
  console.error(`\n${colors.red(name)} ${printable(message)}`);
  if (stack) console.error(await shownStack(error, dist));
  if (hint) console.error(`  ${colors.cyan("→")} ${hint}`);
}

function section(title: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log(`\n${colors.bold(title)}\n${lines.join("\n")}`);
}

interface PrintedExchange {
  readonly lines: readonly string[];
  /** True if the bodies have more than what is shown. */
  readonly isShortened: boolean;
}

/**
 * A request and its answer:
 *
 *     POST https://api.example.com/tickets → 201  (request made by the platform)
 *       > { "title": "Printer on fire" }
 *       < { "id": 7 }
 */
function exchangeLines(request: RecordedRequest): PrintedExchange {
  const { method, url, headers, body, response, failure, by, script_method } = request;
  const sender = by === "platform" ? "the platform" : script_method;
  const answer = response ? statusText(response.status) : colors.red(`no answer: ${failure ?? ""}`);
  const sent = bodyLines(">", body, typeIn(headers));
  const received = bodyLines("<", response?.body ?? null, typeIn(response?.headers ?? {}));
  const line = `  ${method} ${url} → ${answer}  ${colors.dim(`(request made by ${sender})`)}`;
  return {
    lines: [line, ...sent.lines, ...received.lines],
    isShortened: sent.isShortened || received.isShortened,
  };
}

function statusText(status: number): string {
  return status < 400 ? colors.green(status) : colors.red(status);
}

const MOST_COLUMNS = 80;

function bodyLines(mark: string, body: RecordedBody | null, type: string | undefined): PrintedExchange {
  if (body === null || body === "") return { lines: [], isShortened: false };
  const before = `    ${mark} `;
  const columns = Math.max(
    20,
    Math.min(process.stdout.columns ?? MOST_COLUMNS, MOST_COLUMNS) - before.length,
  );
  const { lines, isShortened } = shownBody(body, type, columns);
  return { lines: lines.map((line) => colors.dim(before) + line), isShortened };
}

/** Header names are in any case. */
function typeIn(headers: { readonly [name: string]: string | string[] }): string | undefined {
  const [, value] = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type") ?? [];
  return value === undefined ? undefined : String(value).split(";")[0]?.trim();
}

function logLine({ level, text, method }: LogLine): string {
  return `  ${level} ${printable(text)} ${colors.dim(`in ${method}`)}`;
}
