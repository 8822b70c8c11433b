import { join, resolve } from "node:path";
import colors from "picocolors";
import type { BuildReport } from "../index.ts";
import { earlierBuilds } from "./earlier-builds.ts";
import { count, printDiagnostics } from "./print.ts";
import { type BuildSettings, runBuild } from "./run-build.ts";

export interface BuildCommandOptions extends BuildSettings {
  readonly out: string;
  readonly json?: true;
}

export interface CheckCommandOptions extends Omit<BuildSettings, "out"> {
  readonly json?: true;
}

/** `zapc build`: compiles, writes and reports. */
export async function buildCommand(options: BuildCommandOptions): Promise<0 | 1> {
  return runAndReport(options, (report) => {
    printOutcome(report);
    if (report.ok) printNextStep(report, options.out);
  });
}

/** `zapc check`: reports what a build would find, and writes nothing. */
export async function checkCommand(options: CheckCommandOptions): Promise<0 | 1> {
  return runAndReport(options, (report) => {
    printDiagnostics(report.diagnostics, "These sources cannot be built.");
    if (report.ok) console.log(summary(report, "checked in"));
  });
}

async function runAndReport(
  options: CheckCommandOptions,
  print: (report: BuildReport) => void,
): Promise<0 | 1> {
  const cache = earlierBuilds(resolve(options.scripting));
  // Since the process started.
  const report = await runBuild(options, { cache, since: 0 });
  if (options.json) console.log(JSON.stringify(report, null, 2));
  else print(report);
  cache.save(report);
  return report.ok ? 0 : 1;
}

/** Prints the findings and, where it was built, the files. */
export function printOutcome(report: BuildReport): void {
  printDiagnostics(report.diagnostics);
  if (!report.ok) return;
  for (const { file, bytes } of report.files) {
    console.log(`${file.padEnd(24)} ${String(bytes).padStart(8)} bytes`);
  }
  console.log(summary(report, "in"));
}

function summary({ methods, milliseconds }: BuildReport, done: string): string {
  return colors.green(`${count(methods.length, "method")} ${done} ${milliseconds} ms`);
}

function printNextStep({ methods }: BuildReport, out: string): void {
  // At once: each text is written before the next is made.
  console.log(methods.map((method) => `  ${method}`).join("\n"));
  console.log(`\nPaste ${colors.bold(join(out, "zap.js"))} into the scripting editor:`);
  console.log("  Platform UI > Advanced > Legacy Web Builder.");
}
