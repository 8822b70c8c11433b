import type { RecordedRun } from "../metadata/recorded-runs.ts";
import type { StepList } from "../model/definitions.ts";
import { methodsAround } from "../model/methods.ts";
import { type Html, html } from "./html.ts";
import type { ReviewedIntegration } from "./reviewed.ts";

/** The method of the simulator that a recording of each kind of step runs. */
const run = {
  triggers: { kind: "trigger", around: "poll" },
  actions: { kind: "action", around: "write" },
  searches: { kind: "search", around: "search" },
} as const satisfies { readonly [list in StepList]: unknown };

/** The methods that a replay of a step's recording calls: where a full method is there, it alone. */
export function exercisedBy(
  { list, key }: Pick<RecordedRun, "list" | "key">,
  methods: readonly string[],
): string[] {
  const { kind, around } = run[list];
  const { full, pre, post } = methodsAround(around, kind, key);
  const has = (name: string | undefined): name is string => name !== undefined && methods.includes(name);
  return has(full) ? [full] : [pre, post].filter(has);
}

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
