import { checkbox, formSection } from "./form-section.ts";
import { code, type Html, html } from "./html.ts";
import type { ReviewedOperation } from "./operations.ts";

/** The form of its options. */
export function optionsHtml({ options }: ReviewedOperation): Html {
  return formSection(options, "h4");
}

/** Its fields and its sample, as they are entered. */
export function enteredHtml(operation: ReviewedOperation): Html {
  const { fields, sample } = operation;
  return html`${
    fields.length > 0 &&
    html`<h4 class="above">Fields</h4><div class="fields">${fields.map((field) => formSection(field, "h4"))}</div>`
  }${sample && sampleSection(operation)}`;
}

function sampleSection({ sample, sampled }: ReviewedOperation): Html {
  const form = sample as NonNullable<ReviewedOperation["sample"]>;
  return html`<section class="form sample"><header><h4>Sample Result</h4>${checkbox(form)}</header><dl class="sampled">${sampled.map(
    ([name, value]) => html`<dt>${name}<dd>${value}`,
  )}</dl><details class="quiet"><summary>JSON to enter</summary><dl><dt>Sample Result<dd><code>${code(form.rows[0]?.value ?? "")}</code></dl></details></section>`;
}
