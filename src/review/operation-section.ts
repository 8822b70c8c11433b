import { methodSection, sharedCode } from "./code-section.ts";
import { findingList, findingsOf } from "./findings.ts";
import type { FlowPictures } from "./flow-svg.ts";
import { checkbox, formSection, idOf } from "./form-section.ts";
import { code, type Html, html } from "./html.ts";
import type { Operation } from "./operations.ts";
import type { Reviewed } from "./reviewed.ts";

/** A trigger, an action or a search: what is entered, what the script does, and what the audit says. */
export function operationSection(
  operation: Operation,
  reviewed: Reviewed,
  { isChanged, pictures }: { readonly isChanged: boolean; readonly pictures: FlowPictures },
): Html {
  const { entity, key, label, options, fields, sample, flows, methods } = operation;
  const isSame = reviewed.comparison !== undefined && !isChanged;
  return html`<details class="operation${isSame && " same"}" id="${idOf(entity)}"${!isSame && html` open`}><summary><h3>${label}</h3> <code>${key}</code>${marks(operation, reviewed, isChanged)}</summary>${findingList(reviewed.audit, entity)}<div class="columns"><div>${formSection(options, "h4")}</div><div class="flows">${flows.map((flow) => pictures.figure(flow))}</div></div>${
    fields.length > 0 &&
    html`<h4 class="above">Fields</h4><div class="fields">${fields.map((field) => formSection(field, "h4"))}</div>`
  }${sample && sampleSection(operation)}${
    methods.length > 0
      ? html`<h4 class="above">Methods</h4>${methods.map((name) => methodSection(name, reviewed))}`
      : html`<p class="quiet">Nothing is scripted: the platform does it all.</p>`
  }${["ts", "js"].map((extension) => {
    const file = `${entity}.${extension}`;
    const parts = reviewed.parts.shared.get(file);
    return parts && sharedCode(file, parts);
  })}</details>`;
}

function marks({ entity, marks }: Operation, { audit }: Reviewed, isChanged: boolean): Html {
  const found = findingsOf(audit.findings, entity).length;
  return html`${isChanged && html` <span class="mark changed">changed</span>`}${marks.map((mark) => html` <span class="mark">${mark}</span>`)}${
    found > 0 && html` <span class="mark found">${found} ${found === 1 ? "finding" : "findings"}</span>`
  }`;
}

function sampleSection({ sample, sampled }: Operation): Html {
  const form = sample as NonNullable<Operation["sample"]>;
  return html`<section class="form sample"><header><h4>Sample Result</h4>${checkbox(form)}</header><dl class="sampled">${sampled.map(
    ([name, value]) => html`<dt>${name}<dd>${value}`,
  )}</dl><details class="quiet"><summary>JSON to enter</summary><dl><dt>Sample Result<dd><code>${code(form.rows[0]?.value ?? "")}</code></dl></details></section>`;
}
