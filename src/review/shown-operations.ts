import type { Metadata, Step, StepList } from "../model/definitions.ts";
import type { Cache } from "../source/cache.ts";
import { checkbox, formSection } from "./form-section.ts";
import { code, type Html, html } from "./html.ts";
import { operationMarkdown } from "./operation-markdown.ts";
import { operationOf, type ReviewedOperation } from "./operations.ts";

/** An operation, with the texts about it that depend on its metadata alone. */
export interface ShownOperation extends ReviewedOperation {
  readonly html: {
    /** The form of its options. */
    readonly options: string;
    /** Its fields and its sample, as they are entered. */
    readonly entered: string;
  };
  readonly markdown: string;
}

/** The operations of a list, in the order of their keys. Most edits leave their metadata as it is: the texts are remembered. */
export function shownOperations(
  list: StepList,
  { app, [list]: steps }: Metadata,
  cache: Cache,
): ShownOperation[] {
  return steps.map((step: Step) => {
    const isTestTrigger = step.key === app.test_trigger;
    return cache.recallNow(["operation", list, JSON.stringify(step), String(isTestTrigger)], () => {
      const operation = operationOf(list, step, isTestTrigger);
      const html = { options: optionsHtml(operation).text, entered: enteredHtml(operation).text };
      return { ...operation, html, markdown: operationMarkdown(operation) };
    });
  });
}

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
