import { relative } from "node:path";
import { asCode, escapedCell } from "../metadata/markdown-text.ts";
import { type AuditReport, auditSummary, type ReportedFinding } from "./audit.ts";

/** A report as Markdown, for a pull request. */
export function auditMarkdown(report: AuditReport): string {
  const { findings, silenced, known, unchecked } = report;
  return [
    `## Audit: ${auditSummary(report)}`,
    ...(findings.length > 0 ? [table(findings)] : []),
    ...folded(
      `${silenced.length} silenced`,
      silenced.map((it) => `- ${line(it)} Reason: ${escapedCell(it.reason)}`),
    ),
    ...folded(
      `${known.length} of the baseline`,
      known.map((it) => `- ${line(it)}`),
    ),
    ...folded(
      `${unchecked.length} not checked`,
      unchecked.map(({ rule, why }) => `- ${asCode(rule)}: ${why}.`),
    ),
  ].join("\n\n");
}

function table(findings: readonly ReportedFinding[]): string {
  const rows = findings.map(({ severity, rule, message, hint, ...place }) => {
    const text = [message, hint].filter((part) => part !== undefined).join(" ");
    return `| ${severity} | ${rule} | ${asCode(placeText(place))} | ${escapedCell(text)} |`;
  });
  return ["| | rule | place | finding |", "|---|---|---|---|", ...rows].join("\n");
}

function line({ rule, message, ...place }: ReportedFinding): string {
  return `${asCode(rule)} ${asCode(placeText(place))}: ${escapedCell(message)}`;
}

function placeText({ file, line: at }: Pick<ReportedFinding, "file" | "line">): string {
  return [relative("", file), at].filter((part) => part !== undefined).join(":");
}

function folded(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [`<details><summary>${title}</summary>\n\n${lines.join("\n")}\n\n</details>`];
}
