import type { Flow, FlowStep } from "./flows.ts";
import { type Html, html } from "./html.ts";

// In pixels of the picture; the style says how wide and high a box is.
const WIDTH = 300;
const HEIGHT = 40;
const GAP = 14;

/** The pictures of flows on one page: each of them is drawn once, however many operations have it. */
export class FlowPictures {
  readonly #drawn = new Map<string, { readonly id: string; readonly symbol: Html }>();

  /** A flow as a picture, from top to bottom, with its steps as the text that stands for it. */
  figure({ title, steps }: Flow): Html {
    const height = steps.length * (HEIGHT + GAP) - GAP + 2;
    const summary = steps.map(({ title, detail }) => (detail ? `${title} (${detail})` : title)).join(", ");
    const { id } = this.#picture(summary, steps);
    return html`<figure class="flow"><figcaption>${title}</figcaption><svg height="${height}" role="img" aria-labelledby="${id}-steps"><use href="#${id}"/></svg></figure>`;
  }

  #picture(summary: string, steps: readonly FlowStep[]) {
    const known = this.#drawn.get(summary);
    if (known) return known;
    const id = `flow-${this.#drawn.size}`;
    const drawn = {
      id,
      symbol: html`<title id="${id}-steps">${summary}</title><g id="${id}">${steps.map(box)}</g>`,
    };
    this.#drawn.set(summary, drawn);
    return drawn;
  }

  /** The definitions that the figures refer to. */
  definitions(): Html {
    const symbols = [...this.#drawn.values()].map(({ symbol }) => symbol);
    return html`<svg class="unseen" aria-hidden="true"><defs>${symbols}</defs></svg>`;
  }
}

function box({ kind, title, detail, isScripted }: FlowStep, index: number): Html {
  const top = index * (HEIGHT + GAP) + 1;
  const look = kind === "method" && !isScripted ? "method absent" : kind;
  const arrow = index > 0 && html`<path d="M150 ${top - GAP + 1}v${GAP - 3}m-3-4l3 4l3-4"/>`;
  const rectangle = html`<rect class="${look}" x="1" y="${top}" width="${WIDTH - 2}" height="${HEIGHT}" rx="6"/>`;
  const texts =
    detail === ""
      ? html`<text x="12" y="${top + HEIGHT / 2 + 4}">${title}</text>`
      : html`<text x="12" y="${top + 17}">${title}</text><text class="detail" x="12" y="${top + 31}">${detail}</text>`;
  return html`${arrow}${rectangle}${texts}`;
}
