import { countLines } from "../source/line-index.ts";
import { code, type Html, html } from "./html.ts";
import type { MethodSource } from "./method-sources.ts";
import type { ReviewedIntegration } from "./reviewed.ts";
import type { ScriptPart } from "./script-parts.ts";

/** A method: its TypeScript beside the ES5 that it becomes. */
export function methodSection(name: string, { parts, sources, exercised }: ReviewedIntegration): Html {
  const part = parts.methods.get(name);
  const source = sources.get(name);
  return html`<details class="code"${exercised && html` id="method-${name}"`}><summary><code>${name}</code></summary><div class="pair">${source && sourceText(source)}${
    part ? partText(part) : html`<p>It is another name of a function that stands elsewhere in zap.js.</p>`
  }</div></details>`;
}

function sourceText({ file, line, text }: MethodSource): Html {
  const language = file.endsWith(".js") ? "JavaScript" : "TypeScript";
  return html`<figure><figcaption>${language}, ${file}:${line}</figcaption>${
    text === undefined
      ? html`<p>It is not written there: the file takes it from another.</p>`
      : html`<pre><code>${code(text)}</code></pre>`
  }</figure>`;
}

function partText(part: ScriptPart): Html {
  return html`<figure><figcaption>ES5, zap.js:${part.line}</figcaption><pre>${codeOf(part)}</pre></figure>`;
}

function codeOf({ index, text }: ScriptPart): Html {
  return html`<code data-part="${index}">${code(text)}</code>`;
}

/** The ES5 of a source that is none of its methods. */
export function sharedCode(title: string, parts: readonly ScriptPart[]): Html {
  // The source's name alone is only there for the button that copies zap.js.
  if (parts.every(({ text }) => /^\s*(?:\/\/ \S+\s*)?$/.test(text)))
    return html`<pre hidden>${parts.map(codeOf)}</pre>`;
  const lines = parts.reduce((sum, { text }) => sum + countLines(text), 0);
  return html`<details class="code"><summary><code>${title}</code> <span class="place">${lines} lines in zap.js that are no method</span></summary><pre>${parts.map(codeOf)}</pre></details>`;
}
