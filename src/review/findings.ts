import type { Finding, SilencedFinding } from "../audit/audit.ts";
import { idOf } from "./form-section.ts";
import { type Html, html, prose } from "./html.ts";
import type { Reviewed } from "./reviewed.ts";

/** The findings of a part of the integration, and of what is in it. */
export function findingsOf<F extends Finding>(findings: readonly F[], entity: string): F[] {
  return findings.filter(
    (finding) =>
      finding.entity === entity ||
      finding.entity.startsWith(`${entity}/`) ||
      // The entity of a finding in the script is its file.
      /^\.[tj]s$/.test(finding.entity.replace(entity, "")),
  );
}

/** The audit's findings about a part; nothing where there are none. */
export function findingList(audit: AuditFindings, entity: string): Html | undefined {
  return listed({
    findings: findingsOf(audit.findings, entity),
    known: findingsOf(audit.known, entity),
    silenced: findingsOf(audit.silenced, entity),
  });
}

/** The audit's findings about everything but operations, and links to the operations with findings. */
export function otherFindings({ audit, operations }: Reviewed): Html {
  const all = Object.values(operations).flat();
  const isOther = (finding: Finding) => !all.some(({ entity }) => findingsOf([finding], entity).length > 0);
  const withFindings = all.filter(({ entity }) => findingsOf(audit.findings, entity).length > 0);
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

type AuditFindings = Pick<Reviewed["audit"], "findings" | "known" | "silenced">;

function listed({ findings, known, silenced }: AuditFindings): Html | undefined {
  if (findings.length + known.length + silenced.length === 0) return undefined;
  return html`<ul class="findings">${findings.map((it) => item(it, it.severity))}${known.map((it) =>
    item(it, "known"),
  )}</ul>${silenced.length > 0 && silencedList(silenced)}`;
}

function item({ rule, message, hint, ...place }: Finding, tone: string): Html {
  return html`<li class="${tone}"><b>${tone}</b> <code>${rule}</code> ${prose(message)}${hint !== undefined && html` <span class="hint">${prose(hint)}</span>`} <span class="place">${placeText(place)}</span></li>`;
}

function silencedList(silenced: readonly SilencedFinding[]): Html {
  return html`<details class="quiet"><summary>${silenced.length} silenced</summary><ul class="findings">${silenced.map(
    ({ rule, message, reason, ...place }) =>
      html`<li><code>${rule}</code> ${prose(message)} <b>Reason:</b> ${prose(reason)} <span class="place">${placeText(place)}</span></li>`,
  )}</ul></details>`;
}

/** `triggers/new_ticket.ts:12` */
export function placeText({ file, line }: Pick<Finding, "file" | "line">): string {
  return line === undefined ? file : `${file}:${line}`;
}
