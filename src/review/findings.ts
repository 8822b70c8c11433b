import type { AuditReport, ReportedFinding, SilencedFinding } from "../audit/audit.ts";
import { type FindingsByPart, partOf } from "./findings-by-part.ts";
import { idOf } from "./form-section.ts";
import { type Html, html, prose } from "./html.ts";
import type { ReviewedIntegration } from "./reviewed.ts";

/** The audit's findings about a part; nothing where there are none. */
export function findingList({ findings, known, silenced }: FindingsByPart, part: string): Html | undefined {
  return listed({
    findings: findings.get(part) ?? [],
    known: known.get(part) ?? [],
    silenced: silenced.get(part) ?? [],
  });
}

/** The audit's findings about everything but operations, and links to the operations with findings. */
export function otherFindings({ audit, found: byPart, operations }: ReviewedIntegration): Html {
  const all = Object.values(operations).flat();
  const entities = new Set(all.map(({ entity }) => entity));
  const isOther = (finding: ReportedFinding) => !entities.has(partOf(finding));
  const withFindings = all.filter(({ entity }) => byPart.findings.has(entity));
  const links = withFindings.map(
    ({ entity, label }) => html`<li><a href="#${idOf(entity)}">${label}</a></li>`,
  );
  const found = listed({
    findings: audit.findings.filter(isOther),
    known: audit.known.filter(isOther),
    silenced: audit.silenced.filter(isOther),
  });
  return html`${found}${links.length > 0 && html`<p>Findings in:</p><ul class="names">${links}</ul>`}`;
}

type AuditFindings = Pick<AuditReport, "findings" | "known" | "silenced">;

function listed({ findings, known, silenced }: AuditFindings): Html | undefined {
  if (findings.length + known.length + silenced.length === 0) return undefined;
  return html`<ul class="findings">${findings.map((it) => item(it, it.severity))}${known.map((it) =>
    item(it, "known"),
  )}</ul>${silenced.length > 0 && silencedList(silenced)}`;
}

function item({ rule, message, hint, ...place }: ReportedFinding, tone: string): Html {
  return html`<li class="${tone}"><b>${tone}</b> <code>${rule}</code> ${prose(message)}${hint !== undefined && html` <span class="hint">${prose(hint)}</span>`} <span class="place">${placeText(place)}</span></li>`;
}

function silencedList(silenced: readonly SilencedFinding[]): Html {
  return html`<details class="quiet"><summary>${silenced.length} silenced</summary><ul class="findings">${silenced.map(
    ({ rule, message, reason, ...place }) =>
      html`<li><code>${rule}</code> ${prose(message)} <b>Reason:</b> ${prose(reason)} <span class="place">${placeText(place)}</span></li>`,
  )}</ul></details>`;
}

/** `triggers/new_ticket.ts:12` */
export function placeText({ file, line }: Pick<ReportedFinding, "file" | "line">): string {
  return line === undefined ? file : `${file}:${line}`;
}
