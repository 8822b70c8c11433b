import { join } from "node:path";
import colors from "picocolors";
import { readBuilt } from "../built/built.ts";
import { CALL_LIMIT, type Size, type SizePart, sizeOf } from "../compiler/size.ts";
import { sizeWarning } from "../compiler/size-warning.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { printDiagnostics } from "./print.ts";
import { staleWarning } from "./stale-warning.ts";

interface SizeCommandOptions {
  readonly dist: string;
  readonly warnAbove?: number;
  readonly json?: true;
}

/** The report of `zapc size`, as `--json` prints it. */
interface SizeReport extends Size {
  readonly ok: true;
  readonly file: string;
  /** The bytes that one call has for the script and its data. */
  readonly limit: number;
  /** The warnings: where zap.js is larger than it may be, and where it is older than the sources. */
  readonly diagnostics: readonly Diagnostic[];
}

/** `zapc size`: shows what a built zap.js is made of. */
export async function sizeCommand(options: SizeCommandOptions): Promise<0> {
  const file = join(options.dist, "zap.js");
  const { code, map } = await readBuilt(options.dist);
  const size = sizeOf(code, map);
  const diagnostics = [
    ...sizeWarning(file, size.bytes, options.warnAbove),
    ...(await staleWarning(options.dist)),
  ];
  const report: SizeReport = { ok: true, file, ...size, limit: CALL_LIMIT, diagnostics };
  if (options.json) console.log(JSON.stringify(report, null, 2));
  else printReport(report);
  return 0;
}

function printReport({ file, bytes, share, limit, parts, diagnostics }: SizeReport): void {
  printDiagnostics(diagnostics);
  for (const part of parts) console.log(row(part.bytes, part.bytes / bytes, titleOf(part)));
  console.log(colors.bold(row(bytes, 1, file)));
  const megabytes = `${limit / 1_000_000} MB`;
  console.log(`\n${percent(share)} of the ${megabytes} that a call has for the script and its data`);
}

function row(bytes: number, share: number, title: string): string {
  return `${bytes.toLocaleString("en").padStart(10)} ${percent(share).padStart(8)}  ${title}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.01 ? 2 : 1)} %`;
}

function titleOf({ kind, name }: SizePart): string {
  if (kind === "helpers") return "what TypeScript's lowered syntax calls";
  if (kind === "frame") return "the header, and what holds it all together";
  return kind === "package" ? `the npm package ${name}` : name;
}
