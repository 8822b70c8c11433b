import type { AuditReport } from "./audit.ts";

/** `2 errors and 1 warning; 3 silenced, 1 known to the baseline` */
export function auditSummary({ findings, silenced, known }: AuditReport): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.length - errors;
  const found = [counted(errors, "error"), counted(warnings, "warning")].filter(Boolean).join(" and ");
  const aside = [
    silenced.length > 0 && `${silenced.length} silenced`,
    known.length > 0 && `${known.length} known to the baseline`,
  ].filter(Boolean);
  return [found || "no findings", aside.join(", ")].filter(Boolean).join("; ");
}

function counted(number: number, noun: string): string | undefined {
  if (number === 0) return undefined;
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
