import { join, resolve } from "node:path";
import colors from "picocolors";
import { openCache } from "../compiler/cache.ts";
import { compile } from "../compiler/compile.ts";
import { sizeWarning } from "../compiler/size.ts";
import { outputFiles, write } from "../compiler/write.ts";
import { type Diagnostic, Invalid } from "../model/diagnostic.ts";
import { count, printDiagnostics } from "./print.ts";

interface BuildOptions {
  readonly scripting: string;
  readonly out: string;
  /** How large zap.js may get before there is a warning, in bytes. */
  readonly warnAbove?: number;
  readonly json?: true;
}

/** What `zapc build` reports, as `--json` prints it. */
interface BuildReport {
  readonly ok: boolean;
  readonly methods: readonly string[];
  /** The files written, with their sizes in bytes. */
  readonly files: readonly { readonly file: string; readonly bytes: number }[];
  /** Since the process started. */
  readonly milliseconds: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** `zapc build`: compiles, writes and reports. */
export async function buildCommand(options: BuildOptions): Promise<0 | 1> {
  const report = await build(options);
  if (options.json) console.log(JSON.stringify(report, null, 2));
  else printReport(report, options);
  return report.ok ? 0 : 1;
}

async function build({ scripting, out, warnAbove }: BuildOptions): Promise<BuildReport> {
  try {
    const directory = resolve(scripting);
    const cache = await openCache(directory);
    const compiled = await compile(directory, cache).finally(() => cache.save());
    const files = outputFiles(compiled);
    await write(out, files);
    const bytes = Buffer.byteLength(compiled.script.code);
    return {
      ok: true,
      methods: compiled.script.methods,
      files: [...files].map(([name, text]) => ({ file: join(out, name), bytes: Buffer.byteLength(text) })),
      milliseconds: sinceStart(),
      diagnostics: [...compiled.warnings, ...sizeWarning(join(out, "zap.js"), bytes, warnAbove)],
    };
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return { ok: false, methods: [], files: [], milliseconds: sinceStart(), diagnostics: error.diagnostics };
  }
}

function sinceStart(): number {
  return Math.round(performance.now());
}

function printReport(
  { ok, methods, files, milliseconds, diagnostics }: BuildReport,
  { out }: BuildOptions,
): void {
  printDiagnostics(diagnostics);
  if (!ok) return;
  for (const { file, bytes } of files) {
    console.log(`${file.padEnd(24)} ${String(bytes).padStart(8)} bytes`);
  }
  console.log(colors.green(`${count(methods.length, "method")} in ${milliseconds} ms`));
  for (const method of methods) console.log(`  ${method}`);
  console.log(`\nPaste ${colors.bold(join(out, "zap.js"))} into the scripting editor:`);
  console.log("  Platform UI > Advanced > Legacy Web Builder.");
}
