import { objectText } from "../../output/object-text.ts";
import { callCode } from "../run-calls.ts";
import type { SavedStep } from "./saved-step.ts";

/** The parts of a saved test. */
export interface TestParts {
  readonly title: string;
  readonly steps: readonly SavedStep[];
  /** The options of its simulator. */
  readonly options: { readonly [option: string]: unknown };
  /** The lines that check its last step. */
  readonly expectations: readonly string[];
}

/** The source of a saved test. */
export function testText({ title, steps, options, expectations }: TestParts): string {
  const lines = [
    `const sim = await simulator(${objectText(options)});`,
    ...steps.flatMap((step, index) => stepLines(step, index, steps.length - 1)),
    ...expectations,
  ];
  return `import { expect, test } from "vitest";
import { simulator } from "zapc/vitest";

test(${JSON.stringify(title)}, async () => {
${lines.map((line) => `  ${line.replaceAll("\n", "\n  ")}\n`).join("")}});
`;
}

/** The clock of a replay shows the time of the first step. */
function stepLines(step: SavedStep, index: number, last: number): string[] {
  const clock = index === 0 ? [] : [`sim.at(${JSON.stringify(step.now)});`];
  const isLast = index === last;
  if (step.asked.kind === "turn_on") {
    return [
      ...clock,
      `const zap = ${callCode(step.asked, step)};`,
      ...(isLast ? ["const run = zap.turnedOn;"] : []),
    ];
  }
  return [...clock, `${isLast ? "const run = " : ""}${callCode(step.asked, step)};`];
}
