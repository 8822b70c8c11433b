import { join } from "node:path";
import colors from "picocolors";
import type { QuotedFrame, SourceFrame } from "../built/source-frames.ts";
import { DataFailure } from "../model/failure.ts";
import { buildOf } from "../pasted/build-of.ts";
import type { Commit } from "../pasted/built-in-commit.ts";
import { mapTrace } from "../pasted/trace.ts";
import { readInput } from "./input.ts";
import { count, shownTrace } from "./print.ts";

interface TraceCommandOptions {
  readonly dist: string;
  readonly pasted?: string;
  readonly offset?: number;
  readonly json?: true;
}

/** The report of `zapc trace`, as `--json` prints it. */
interface TraceReport {
  readonly ok: true;
  /** The hash of the zap.js that the trace is of, as its header has it. */
  readonly build: string;
  /** The commit of that build, if it is another than the one in the directory. */
  readonly commit?: Pick<Commit, "hash" | "date">;
  /** The number of lines that were put before zap.js when it was pasted. */
  readonly offset: number;
  readonly lines: readonly {
    readonly text: string;
    readonly frames: readonly (SourceFrame & { readonly source_line: string })[];
  }[];
}

/** `zapc trace`: maps a stack trace to the sources. */
export async function traceCommand(file: string | undefined, options: TraceCommandOptions): Promise<0> {
  const { text } = await readInput(file, "the stack trace");
  const pasted =
    options.pasted === undefined ? undefined : await readInput(options.pasted, "the pasted file");
  const { built, commit } = await buildOf(pasted?.text ?? text, options.dist);
  const { lines, offset } = mapTrace(text, built, {
    file: join(options.dist, "zap.js"),
    ...(pasted && { pasted: pasted.text }),
    ...(options.offset !== undefined && { offset: options.offset }),
  });
  if (lines.every(({ frames }) => frames.length === 0)) throw nothingMapped();

  if (options.json) {
    const report: TraceReport = {
      ok: true,
      build: built.map.x_zapc_file,
      ...(commit && { commit: { hash: commit.hash, date: commit.date } }),
      offset,
      lines: lines.map(({ text, frames }) => ({ text, frames: frames.map(withSourceLine) })),
    };
    console.log(JSON.stringify(report, null, 2));
    return 0;
  }
  console.log(shownTrace(lines).trimEnd());
  for (const note of notes(offset, commit)) console.error(`\n${colors.yellow(note)}`);
  return 0;
}

function nothingMapped(): DataFailure {
  return new DataFailure("Failed to map the trace: no position in it is of the sources.", {
    hint: "Positions look like zap.js:12:34, <anonymous>:12:34 or evalmachine.<anonymous>:12.",
  });
}

function withSourceLine({ source, ...frame }: QuotedFrame) {
  return { ...frame, source_line: source.split("\n")[frame.line - 1] ?? "" };
}

function notes(offset: number, commit: Commit | undefined): string[] {
  const lines = count(Math.abs(offset), "line");
  return [
    ...(commit
      ? [`The pasted file was committed in ${commit.hash} on ${commit.date}: the lines are those of then.`]
      : []),
    ...(offset > 0 ? [`The trace is of a zap.js with ${lines} put before it.`] : []),
    ...(offset < 0 ? [`The trace is of a zap.js without its first ${lines}.`] : []),
  ];
}
