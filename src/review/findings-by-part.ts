import type { AuditReport, ReportedFinding, SilencedFinding } from "../audit/audit.ts";

/** The audit's findings, by the part of the integration that they are about: `triggers/new_ticket`, `app` */
export interface FindingsByPart {
  readonly findings: ReadonlyMap<string, readonly ReportedFinding[]>;
  readonly known: ReadonlyMap<string, readonly ReportedFinding[]>;
  readonly silenced: ReadonlyMap<string, readonly SilencedFinding[]>;
}

/** Sorts the findings of an audit by their parts. */
export function findingsByPart({ findings, known, silenced }: AuditReport): FindingsByPart {
  return { findings: byPart(findings), known: byPart(known), silenced: byPart(silenced) };
}

function byPart<F extends ReportedFinding>(findings: readonly F[]): Map<string, F[]> {
  const parts = new Map<string, F[]>();
  for (const finding of findings) {
    const part = partOf(finding);
    parts.set(part, [...(parts.get(part) ?? []), finding]);
  }
  return parts;
}

/** The part that a finding is about: `triggers/new_ticket/fields/queue`, and `triggers/new_ticket.ts` of a finding in the script -> `triggers/new_ticket` */
export function partOf({ entity }: ReportedFinding): string {
  const [list = "", key] = entity.replace(/\.[tj]s$/, "").split("/");
  return key === undefined ? entity : `${list}/${key}`;
}
