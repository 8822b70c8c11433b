import type { StepList } from "../metadata/diff/step-changes.ts";
import type { Metadata } from "../model/definitions.ts";
import type { Cache } from "../source/cache.ts";
import { enteredHtml, optionsHtml } from "./operation-forms.ts";
import { operationMarkdown } from "./operation-markdown.ts";
import { operationOf, type ReviewedOperation, type Step } from "./operations.ts";

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
