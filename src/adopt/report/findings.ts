import type { Diagnostic } from "../../model/diagnostic.ts";
import { bundleFindings } from "./bundles.ts";
import type { AnalyzedScript } from "./finding.ts";
import { loadFindings } from "./loading.ts";
import { nameFindings } from "./names.ts";
import { secretFindings } from "./secrets.ts";

const reports = [nameFindings, secretFindings, bundleFindings, loadFindings];

/** The findings about a script besides those that strict mode breaks; in the order of the lines. */
export function scriptFindings(reported: AnalyzedScript): Diagnostic[] {
  const all = reports.flatMap((report) => report(reported));
  return all.sort(
    (one, other) => (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0),
  );
}
