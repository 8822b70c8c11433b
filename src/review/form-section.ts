import { isPlaceholder } from "../simulator/redaction/secret-names.ts";
import { type Form, type FormRow, versionOf } from "./form.ts";
import { code, type Html, html } from "./html.ts";

/** The id of a part of the integration on the page: `triggers/new_ticket` -> `triggers-new_ticket` */
export function idOf(entity: string): string {
  return entity.replaceAll("/", "-");
}

/** A form with its values, and the box that is ticked when they are entered: a part of a screen, or of an operation on one. */
export function formSection(form: Form, heading: "h3" | "h4"): Html {
  const { title, rows } = form;
  const name = heading === "h3" ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`;
  return html`<section class="form"><header>${name}${checkbox(form)}</header><dl>${rows.map(rowHtml)}</dl></section>`;
}

/** The box of the checklist. It forgets what was ticked when the values are others. */
export function checkbox(form: Form): Html {
  return html`<label><input type="checkbox" data-of="${form.name}" data-version="${versionOf(form)}"> Entered</label>`;
}

function rowHtml({ name, value, isChoice }: FormRow): Html {
  if (isPlaceholder(value))
    return html`<dt>${name}<dd class="withheld">withheld: it looks like a secret. It stands in metadata.json`;
  return html`<dt>${name}<dd>${isChoice ? value : html`<code>${code(value)}</code>`}`;
}
