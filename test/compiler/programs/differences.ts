import { readFileSync } from "node:fs";
import { compile } from "../../../src/compiler/compile.ts";
import { availableEngines, thisNode } from "../../conformance/engines.ts";
import { integration, trigger } from "../integration.ts";
import { outcomes, sourceForNode } from "../outcomes.ts";

const tracing = readFileSync(new URL("tracing.ts", import.meta.url), "utf8");

/** How each program that does something else as zap.js than in TypeScript differs, by its index. */
export async function differences(programs: readonly string[]): Promise<Map<number, string>> {
  const directory = integration({
    ...Object.fromEntries(programs.map((text, index) => [`program${index}.ts`, text])),
    "tracing.ts": tracing,
    "triggers/thing.ts": calling(programs),
  });
  const [{ script }, source] = await Promise.all([compile(directory), sourceForNode(directory)]);
  const expected = traces(outcomes(thisNode, { zap: source }));
  const differing = new Map<number, string>();
  for (const engine of availableEngines) {
    for (const [index, trace] of traces(outcomes(engine, { zap: script.code })).entries()) {
      if (trace === expected[index] || differing.has(index)) continue;
      differing.set(index, `In TypeScript:\n${expected[index]}\nAs zap.js on ${engine.name}:\n${trace}\n`);
    }
  }
  return differing;
}

/** A trigger whose items are what the programs have noted. */
function calling(programs: readonly string[]): string {
  const imports = programs.map((_, index) => `import { feature as f${index} } from "../program${index}.ts";`);
  const items = programs.map((_, index) => `{ id: ${index}, trace: f${index}() }`);
  return `${trigger}\n${imports.join("\n")}
export function poll(_: Poll<typeof trigger>): Results {
  return [${items.join(", ")}];
}
`;
}

function traces(outcome: unknown): string[] {
  const { thing_poll } = outcome as { thing_poll: { returned: { trace: string }[] } };
  return thing_poll.returned.map(({ trace }) => trace);
}
