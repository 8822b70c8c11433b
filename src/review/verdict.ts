import { auditSummary } from "../audit/audit.ts";
import { diffSummary } from "../metadata/diff/markdown.ts";
import { lists } from "./operations.ts";
import type { ReviewedIntegration } from "./reviewed.ts";

/** The facts that one has to know first. */
export interface Verdict {
  readonly tone: "good" | "warning" | "bad";
  readonly headline: string;
  readonly counts: readonly (readonly [label: string, value: string])[];
  /** The checks and steps that did not run, and why. */
  readonly notRun: readonly string[];
}

/** Sums a review up. */
export function verdictOf(reviewed: ReviewedIntegration): Verdict {
  const { audit, comparison } = reviewed;
  const isBroken =
    audit.findings.some(({ severity }) => severity === "error") || comparison?.report.ok === false;
  const changes = comparison ? [`Changes: ${diffSummary(comparison.report)}.`] : [];
  return {
    tone: isBroken ? "bad" : audit.findings.length > 0 ? "warning" : "good",
    headline: [`Audit: ${auditSummary(audit)}.`, ...changes].join(" "),
    counts: countsOf(reviewed),
    notRun: notRun(reviewed),
  };
}

function countsOf({ metadata, operations, bytes, sources }: ReviewedIntegration): [string, string][] {
  const all = lists.flatMap((list) => operations[list]);
  const hidden = (list: (typeof lists)[number]) => metadata[list].filter((step) => step.hidden).length;
  const fields = all.reduce((sum, operation) => sum + operation.fields.length, 0);
  const names = { triggers: "Triggers", actions: "Actions", searches: "Searches" };
  return [
    ...lists.map((list): [string, string] => {
      const count = `${operations[list].length}`;
      return [names[list], hidden(list) > 0 ? `${count}, ${hidden(list)} hidden` : count];
    }),
    ["Fields", `${fields}`],
    ["Methods", `${sources.size}`],
    ["zap.js", `${Math.round(bytes / 1000)} KB`],
  ];
}

function notRun({ audit, comparison, exercised, sources }: ReviewedIntegration): string[] {
  const methods = exercised
    ? `${sources.size - exercised.size} of ${sources.size} methods: no recording of them was replayed.`
    : "The methods: no recordings were given. `zapc review --recordings DIR` replays them.";
  return [
    methods,
    "The tests of the integration: this page does not know whether they pass.",
    ...audit.unchecked.map(({ rule, why }) => `The rule ${rule} of the audit: ${why}.`),
    ...(comparison?.report.unchecked ?? []),
  ];
}
