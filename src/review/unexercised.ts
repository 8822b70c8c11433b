import { type Html, html } from "./html.ts";
import type { ReviewedIntegration } from "./reviewed.ts";

/** The methods that nothing is known to have run. */
export function unexercised({ sources, exercised }: ReviewedIntegration): string[] {
  return [...sources.keys()].filter((name) => !exercised?.has(name));
}

/** The methods that nothing exercised, as far as that is known. */
export function unexercisedSection(reviewed: ReviewedIntegration): Html {
  const names = unexercised(reviewed);
  return html`<section id="unexercised"><h2>Methods that nothing exercised</h2>${
    reviewed.exercised === undefined
      ? html`<p>Not known: no recordings were given, and which methods the tests run is recorded nowhere. <code>zapc review --recordings DIR</code> replays recordings, and tells.</p>`
      : names.length === 0
        ? html`<p>None: a recording was replayed with each of them.</p>`
        : html`<p>No recording was replayed with these. Which methods the tests run is recorded nowhere.</p><ul class="names">${names.map(
            (name) => html`<li><a href="#method-${name}"><code>${name}</code></a></li>`,
          )}</ul>`
  }</section>`;
}
