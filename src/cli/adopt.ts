import { join } from "node:path";
import colors from "picocolors";
import { adopt } from "../adopt/adopt.ts";
import { markersOf } from "../adopt/cut/marker.ts";
import { grouped } from "../compiler/checking/javascript.ts";
import type { AdoptionProof, AdoptOptions, AdoptReport } from "../index.ts";
import { Failure } from "../model/failure.ts";
import { count, printDiagnostics, printFindings } from "./print.ts";
import { printProof, withProgress } from "./prove.ts";

export interface AdoptCommandOptions extends Omit<AdoptOptions, "source" | "out"> {
  readonly out?: string;
  readonly todo?: true;
  readonly json?: true;
}

/** `zapc adopt`: makes a scripting directory of an existing script, and reports what was found. */
export async function adoptCommand(
  source: string | undefined,
  { json, todo, out, ...options }: AdoptCommandOptions,
): Promise<0 | 1> {
  if (todo) return todoCommand(out ?? source ?? "scripting", json);
  if (source === undefined || out === undefined)
    throw new Failure("Failed to adopt: a script or a directory to write to is missing.", {
      hint: "Write `zapc adopt SCRIPT --out DIR`.",
    });
  const report = await withProgress(json !== true, (progress) =>
    adopt({ source, out, ...options }, progress),
  );
  if (json) console.log(JSON.stringify(report, null, 2));
  else printReport(report, out);
  return report.ok && report.proof?.ok !== false ? 0 : 1;
}

/** `zapc adopt --todo`: lists the markers in a directory. */
function todoCommand(directory: string, json: true | undefined): 0 {
  const markers = markersOf(directory);
  if (json) console.log(JSON.stringify({ ok: true, markers }, null, 2));
  else
    for (const { file, line, id, text } of markers)
      console.log(`${colors.bold(`${file}:${line}`)} ${colors.dim(id)}\n  ${text}`);
  if (!json) console.log(colors.green(`${count(markers.length, "marker")}.`));
  return 0;
}

function printReport(report: AdoptReport, out: string): void {
  const { ok, methods, steps, files, written, whole_because: because, diagnostics } = report;
  if (!ok) {
    printDiagnostics(diagnostics);
    return;
  }
  printFindings(grouped(diagnostics));
  console.log(files.map((file) => `  ${file}`).join("\n"));
  if (because !== undefined)
    console.log(`\nThe script is kept whole in ${join(out, "script.js")}: ${because}.`);
  const outcome = written === 0 ? "Nothing has changed" : `${count(written, "file")} written`;
  const found = `${count(methods.length, "method")}, ${count(steps.length, "step")}`;
  console.log(colors.green(`\n${found}. ${outcome}.`));
  if (report.proof) printLadder(report.proof);
  console.log(`\nBuild it with zapc build --scripting ${out}`);
}

/** Prints the rungs of the proof, in their order. */
function printLadder(proof: AdoptionProof): void {
  const { tokens, scripts, not_run_because: because, without_testing_code_because: fault } = proof;
  const rewrites = tokens.rewrites > 0 ? `; ${count(tokens.rewrites, "reported rewrite")}` : "";
  console.log(`\nTokens: ${tokens.ok ? "" : "not "}all ${tokens.tokens} are in the sources${rewrites}.`);
  for (const text of tokens.lost) console.log(`  lost   ${text}`);
  for (const text of tokens.added) console.log(`  added  ${text}`);
  if (because !== undefined) console.log(colors.yellow(`Not compared: ${because.replace(/\.$/, "")}.`));
  if (fault !== undefined)
    console.log(colors.yellow(`Compared without the code of testing tools: ${fault.replace(/\.$/, "")}.`));
  if (scripts) printProof(scripts);
}
