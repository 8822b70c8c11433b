import { resolve } from "node:path";
import colors from "picocolors";
import { type Signature, signatureOf } from "../built/signature.ts";
import { compile } from "../compiler/compile.ts";
import { type Diagnostic, Invalid } from "../model/diagnostic.ts";
import { builtInCommit, type Commit } from "../pasted/built-in-commit.ts";
import {
  type Diff,
  isSameText,
  type MissingLines,
  type PasteState,
  type Status,
  statusOf,
} from "../pasted/status.ts";
import { earlierBuilds } from "./earlier-builds.ts";
import { readInput } from "./input.ts";
import { count, printDiagnostics } from "./print.ts";

interface StatusOptions {
  readonly scripting: string;
  readonly json?: true;
}

/** The report of `zapc status`, as `--json` prints it. */
interface StatusReport extends Status {
  /** True if the pasted file is what the sources give. */
  readonly ok: boolean;
  readonly file: string;
  /** The commit that brought the file that was pasted, where that is not what the sources give. */
  readonly commit?: Pick<Commit, "hash" | "date">;
  /** Why the sources give nothing. */
  readonly diagnostics: readonly Diagnostic[];
}

/** `zapc status`: compares what was pasted with what the sources give. */
export async function statusCommand(file: string | undefined, options: StatusOptions): Promise<0 | 1> {
  const report = await status(file, resolve(options.scripting));
  if (options.json) console.log(JSON.stringify(report, null, 2));
  else printReport(report);
  return report.ok ? 0 : 1;
}

async function status(file: string | undefined, scripting: string): Promise<StatusReport> {
  const { name, text: pasted } = await readInput(file, "the pasted file");
  const { built, diagnostics } = await builtText(scripting);
  const isCurrent = built !== undefined && isSameText(pasted, built);
  const commit = isCurrent ? undefined : await commitOf(pasted, scripting);
  const known = statusOf({ pasted, ...(built !== undefined && { built }), ...(commit && { commit }) });
  return {
    ok: known.state === "current",
    file: name,
    ...known,
    ...(commit && { commit: { hash: commit.hash, date: commit.date } }),
    diagnostics,
  };
}

async function commitOf(pasted: string, scripting: string): Promise<Commit | undefined> {
  const signature = signatureOf(pasted);
  return signature && builtInCommit(scripting, signature);
}

async function builtText(scripting: string): Promise<{ built?: string; diagnostics: readonly Diagnostic[] }> {
  try {
    const cache = earlierBuilds(scripting);
    const { script } = await compile(scripting, cache);
    cache.save({ ok: true });
    return { built: script.code, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { diagnostics: error.diagnostics };
  }
}

/** The meaning of each state, and the advice for it. */
const meanings: { readonly [state in PasteState]: { says: (status: Status) => string; hint?: string } } = {
  current: { says: () => "is what the sources give" },
  partial: {
    says: ({ missing }) => `is only a part of zapc's file: ${missing ? missingText(missing) : ""}`,
    hint: "Copy the whole file, from the comment at its start to `})();` at its end.",
  },
  edited: {
    says: ({ sourcesDiffer }) =>
      `was edited by hand after zapc made it${sourcesDiffer ? ", and the sources are others by now" : ""}`,
    hint: "Bring the edit into the sources: the next paste overwrites it.",
  },
  "other-sources": {
    says: ({ age }) => (age ? `is ${age} than the sources` : "was made from other sources than these"),
    hint: "Before you paste what `zapc build` writes, make sure that these sources are the newest.",
  },
  "other-zapc": {
    says: () => "was made from these sources, by another zapc",
    hint: "Paste what `zapc build` writes.",
  },
  unsigned: {
    says: () => "has no header of zapc's: zapc has not made it, or its first lines were changed",
    hint: "Copy the whole file, with the comment at its start.",
  },
  unchecked: {
    says: () => "was not edited by hand. Whether it is what the sources give shows once they compile",
  },
};

function missingText({ before, after }: MissingLines): string {
  const lines = (number: number, end: "first" | "last") =>
    number === 1 ? `its ${end} line` : `its ${end} ${number} lines`;
  const missing = [before > 0 && lines(before, "first"), after > 0 && lines(after, "last")].filter(Boolean);
  return `${missing.join(" and ")} ${before + after === 1 ? "is" : "are"} missing`;
}

function printReport(report: StatusReport): void {
  printDiagnostics(report.diagnostics, "The sources give nothing to compare with.");
  const { says, hint } = meanings[report.state];
  const color = report.ok ? colors.green : colors.yellow;
  console.log(color(`${report.file} ${says(report)}.`));
  printMaker("pasted", report.pasted, report.commit);
  if (!report.ok) printMaker("the sources", report.built, undefined);
  if (report.diff) printDiff(report.diff);
  if (hint) console.log(`\n  ${colors.cyan("→")} ${hint}`);
}

function printMaker(
  of: string,
  signature: Signature | undefined,
  commit: StatusReport["commit"] | undefined,
): void {
  if (!signature) return;
  const { app, compiler, sources } = signature;
  const made = `${app ? `${app}, ` : ""}made by zapc ${compiler} from the sources ${sources}`;
  const committed = commit ? colors.dim(`, committed in ${commit.hash} on ${commit.date}`) : "";
  console.log(`  ${of.padEnd(12)} ${made}${committed}`);
}

// The length that one looks through in a terminal.
export const MOST_LINES = 200;

const lineColors: { readonly [start: string]: (line: string) => string } = {
  "@": colors.cyan,
  "-": colors.red,
  "+": colors.green,
};

function printDiff({ from, to, lines }: Diff): void {
  console.log(`\n${colors.red(`--- ${from}`)}\n${colors.green(`+++ ${to}`)}`);
  if (!lines) console.log("They have too little in common for a readable comparison.");
  for (const line of lines?.slice(0, MOST_LINES) ?? []) {
    console.log(lineColors[line.charAt(0)]?.(line) ?? line);
  }
  const more = (lines?.length ?? 0) - MOST_LINES;
  if (more > 0) console.log(colors.dim(`… and ${count(more, "line")} more: --json has them all.`));
}
