import { Invalid } from "../model/diagnostic.ts";
import { Failure } from "../model/failure.ts";
import { failureReport, printDiagnostics, printFailure } from "./print.ts";
import type { ExitCode } from "./report-error.ts";

/** Runs a command whose 1 means findings: anything that keeps it from judging, wrong sources and files included, ends it with 2. */
export async function orCouldNotRun(
  { json, consequence }: { readonly json: boolean; readonly consequence: string },
  judge: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await judge();
  } catch (error) {
    if (error instanceof Invalid) {
      if (json) console.log(JSON.stringify({ ok: false, diagnostics: error.diagnostics }, null, 2));
      else printDiagnostics(error.diagnostics, consequence);
      return 2;
    }
    if (!(error instanceof Failure)) throw error;
    if (json) console.log(JSON.stringify(failureReport(error), null, 2));
    else printFailure(error);
    return 2;
  }
}
