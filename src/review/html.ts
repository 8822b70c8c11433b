/** Text that is HTML already: everything else is escaped where it is put into a page. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A value in a template; `false` and `undefined` give nothing. */
export type HtmlContent = Html | string | number | false | undefined | readonly HtmlContent[];

/**
 * A template of HTML. Each value is escaped, for the text of an element as well as for an attribute in double quotes.
 *
 * ```ts
 * html`<h2 id="${key}">${label}</h2>`
 * ```
 */
export function html(texts: TemplateStringsArray, ...parts: readonly HtmlContent[]): Html {
  let text = texts[0] as string;
  parts.forEach((part, index) => {
    text += textOf(part) + texts[index + 1];
  });
  return new Html(text);
}

function textOf(part: HtmlContent): string {
  if (part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(textOf).join("");
  return String(part).replace(/[&<>"']/g, (character) => entities[character] as string);
}

const entities: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Code as the text of an element: quotation marks, of which it has many, stay as they are, and so does an `&` that begins no
 * name of a character.
 */
export function code(text: string): Html {
  return new Html(text.replace(/<|&(?=[\w#])/g, (character) => entities[character] as string));
}

/** A sentence in which backquotes stand around code. */
export function prose(text: string): Html {
  const parts = text.split(/`([^`]*)`/);
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}
