import { methodSection, sharedCode } from "./code-section.ts";
import { findingList } from "./findings.ts";
import type { FlowPictures } from "./flow-svg.ts";
import { idOf } from "./form-section.ts";
import { Html, html } from "./html.ts";
import type { ReviewedIntegration } from "./reviewed.ts";
import type { ShownOperation } from "./shown-operations.ts";

/** A trigger, an action or a search: its settings in the builder, its methods, and the findings of the audit. */
export function operationSection(
  operation: ShownOperation,
  reviewed: ReviewedIntegration,
  { isChanged, pictures }: { readonly isChanged: boolean; readonly pictures: FlowPictures },
): Html {
  const { entity, key, label, html: forms, flows, methods } = operation;
  const isSame = reviewed.comparison !== undefined && !isChanged;
  return html`<details class="operation${isSame && " same"}" id="${idOf(entity)}"${!isSame && html` open`}><summary><h3>${label}</h3> <code>${key}</code>${marks(operation, reviewed, isChanged)}</summary>${findingList(reviewed.found, entity)}<div class="columns"><div>${new Html(forms.options)}</div><div class="flows">${flows.map((flow) => pictures.figure(flow))}</div></div>${new Html(forms.entered)}${
    methods.length > 0
      ? html`<h4 class="above">Methods</h4>${methods.map((name) => methodSection(name, reviewed))}`
      : html`<p class="quiet">Nothing is scripted: the platform does it all.</p>`
  }${["ts", "js"].map((extension) => {
    const file = `${entity}.${extension}`;
    const parts = reviewed.parts.shared.get(file);
    return parts && sharedCode(file, parts);
  })}</details>`;
}

function marks(
  { entity, marks }: ShownOperation,
  { found: all }: ReviewedIntegration,
  isChanged: boolean,
): Html {
  const found = all.findings.get(entity)?.length ?? 0;
  return html`${isChanged && html` <span class="mark changed">changed</span>`}${marks.map((mark) => html` <span class="mark">${mark}</span>`)}${
    found > 0 && html` <span class="mark found">${found} ${found === 1 ? "finding" : "findings"}</span>`
  }`;
}
