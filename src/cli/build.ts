import { join, resolve } from "node:path";
import colors from "picocolors";
import type { Bundler } from "../compiler/bundle.ts";
import type { Cache } from "../compiler/cache.ts";
import { compile } from "../compiler/compile.ts";
import { outputFiles, write } from "../compiler/write.ts";
import { type Diagnostic, Invalid } from "../model/diagnostic.ts";
import { earlierBuilds } from "./earlier-builds.ts";
import { count, printDiagnostics } from "./print.ts";
import { sizeWarning } from "./size-warning.ts";

export interface BuildOptions {
  readonly scripting: string;
  readonly out: string;
  /** How large zap.js may get before there is a warning, in bytes. */
  readonly warnAbove?: number;
  readonly json?: true;
}

/** What `zapc build` reports, as `--json` prints it. */
export interface BuildReport {
  readonly ok: boolean;
  readonly methods: readonly string[];
  /** The files written, with their sizes in bytes. */
  readonly files: readonly { readonly file: string; readonly bytes: number }[];
  /** Since the process started or, with `--watch`, since the change. */
  readonly milliseconds: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** `zapc build`: compiles, writes and reports. */
export async function buildCommand(options: BuildOptions): Promise<0 | 1> {
  const cache = await earlierBuilds(resolve(options.scripting));
  const report = await build(options, { cache, since: 0 });
  if (options.json) console.log(JSON.stringify(report, null, 2));
  else printReport(report, options);
  cache.save(report);
  return report.ok ? 0 : 1;
}

/** One build: what earlier ones found out, and the time on the clock of `performance.now()` from which it counts. */
interface Run {
  readonly cache: Cache;
  readonly bundler?: Bundler;
  readonly since: number;
}

/** Compiles and writes. What is wrong with the sources is in the report. */
export async function build(options: BuildOptions, { cache, bundler, since }: Run): Promise<BuildReport> {
  const { scripting, out, warnAbove } = options;
  const elapsed = () => Math.round(performance.now() - since);
  try {
    const compiled = await compile(resolve(scripting), cache, bundler);
    const files = outputFiles(compiled);
    write(out, files);
    const bytes = Buffer.byteLength(compiled.script.code);
    return {
      ok: true,
      methods: compiled.script.methods,
      files: [...files].map(([name, text]) => ({ file: join(out, name), bytes: Buffer.byteLength(text) })),
      milliseconds: elapsed(),
      diagnostics: [...compiled.warnings, ...sizeWarning(join(out, "zap.js"), bytes, warnAbove)],
    };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { ok: false, methods: [], files: [], milliseconds: elapsed(), diagnostics: error.diagnostics };
  }
}

/** Prints the findings and, where it was built, the files. */
export function printOutcome({ ok, methods, files, milliseconds, diagnostics }: BuildReport): void {
  printDiagnostics(diagnostics);
  if (!ok) return;
  for (const { file, bytes } of files) {
    console.log(`${file.padEnd(24)} ${String(bytes).padStart(8)} bytes`);
  }
  console.log(colors.green(`${count(methods.length, "method")} in ${milliseconds} ms`));
}

function printReport(report: BuildReport, { out }: BuildOptions): void {
  printOutcome(report);
  if (!report.ok) return;
  // At once: each text is written before the next is made.
  console.log(report.methods.map((method) => `  ${method}`).join("\n"));
  console.log(`\nPaste ${colors.bold(join(out, "zap.js"))} into the scripting editor:`);
  console.log("  Platform UI > Advanced > Legacy Web Builder.");
}
