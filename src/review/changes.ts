import type { Change, ChangeKind } from "../metadata/diff/change.ts";
import { kindOrder } from "../metadata/diff/diff.ts";
import { titles } from "../metadata/diff/markdown.ts";
import type { MethodChange } from "../metadata/diff/script-changes.ts";
import { differences } from "../pasted/differences.ts";
import { idOf } from "./form-section.ts";
import { code, type Html, html, prose } from "./html.ts";
import type { ReviewComparison, ReviewedIntegration } from "./reviewed.ts";
import { scriptParts, sortedParts } from "./script-parts.ts";

/** Tells whether a part of the integration, or one of its methods, differs from the earlier version. */
export function isChanged(
  entity: string,
  methods: readonly string[],
  { comparison }: ReviewedIntegration,
): boolean {
  if (!comparison) return false;
  const { changes, methods: changed = [] } = comparison.report;
  return (
    changes.some((change) => change.entity === entity || change.entity.startsWith(`${entity}/`)) ||
    changed.some(({ method }) => methods.includes(method))
  );
}

/** The differences from the earlier version: the gravest first. */
export function changesSection(comparison: ReviewComparison, reviewed: ReviewedIntegration): Html {
  const { report } = comparison;
  const { changes, methods = [], unchecked } = report;
  return html`<section id="changes"><h2>What changed since <code>${report.old}</code></h2>${
    changes.length + methods.length === 0 && html`<p>Nothing.</p>`
  }${kindOrder.map((kind) => ofKind(kind, changes))}${
    methods.length > 0 &&
    html`<h3>Methods of the script</h3>${methods.map((it) => methodChange(it, comparison, reviewed))}`
  }${unchecked.map((why) => html`<p class="warning">${prose(why)}</p>`)}<p class="quiet">Operations that are the same are folded below.</p></section>`;
}

function ofKind(kind: ChangeKind, changes: readonly Change[]): Html | undefined {
  const found = changes.filter((change) => change.kind === kind);
  if (found.length === 0) return undefined;
  return html`<h3>${titles[kind]}</h3><ul class="findings">${found.map(
    ({ id, today, entity, message, hint }) =>
      html`<li class="${kind}"><code>${today === undefined ? id : `${id}, today ${today}`}</code> <a href="#${anchorOf(entity)}">${entity}</a> ${prose(message)}${
        hint !== undefined && html` <span class="hint">Instead: ${prose(hint)}</span>`
      }</li>`,
  )}</ul>`;
}

/** Fields have no place of their own on the page: their operation has. */
function anchorOf(entity: string): string {
  const [list = "", key = ""] = entity.split("/");
  return list === "app" ? "general" : idOf(`${list}/${key}`);
}

function methodChange(
  { method, change, own, uses = [] }: MethodChange,
  { before: { script } }: ReviewComparison,
  { parts }: ReviewedIntegration,
): Html {
  const now = parts.methods.get(method)?.text ?? "";
  const lines =
    change === "changed" && own && script !== undefined
      ? differences(textIn(script, method), now)
      : undefined;
  const by = uses.length > 0 && html` <span class="hint">by what it uses: ${uses.join(", ")}</span>`;
  if (!lines) return html`<p><code>${method}</code> ${change}${by}</p>`;
  return html`<details class="code" open><summary><code>${method}</code> ${change}${by}</summary><pre class="diff"><code>${lines.map(
    diffLine,
  )}</code></pre></details>`;
}

function textIn(script: string, method: string): string {
  return sortedParts(scriptParts(script)).methods.get(method)?.text ?? "";
}

const tones: { readonly [start: string]: string } = { "+": "ins", "-": "del", "@": "at" };

function diffLine(line: string): Html {
  return html`<span class="${tones[line.charAt(0)] ?? "same"}">${code(line)}</span>`;
}
