import { readFileSync } from "node:fs";
import { compile } from "../../../src/compiler/compile.ts";
import { type Engine, thisNode } from "../../conformance/engines.ts";
import { integration, trigger } from "../integration.ts";
import { outcomes, sourceForNode } from "../outcomes.ts";

const tracing = readFileSync(new URL("tracing.ts", import.meta.url), "utf8");

/** Programs as one zap.js, and what each notes in TypeScript. */
export interface CompiledPrograms {
  readonly zap: string;
  readonly traces: readonly string[];
}

export async function compilePrograms(programs: readonly string[]): Promise<CompiledPrograms> {
  const directory = integration({
    ...Object.fromEntries(programs.map((text, index) => [`program${index}.ts`, text])),
    "tracing.ts": tracing,
    "triggers/thing.ts": calling(programs),
  });
  const [{ script }, source] = await Promise.all([compile(directory), sourceForNode(directory)]);
  return { zap: script.code, traces: tracesOn(thisNode, source) };
}

/** How each program that does something else as zap.js on an engine than in TypeScript differs, by its index. */
export function differencesOn(engine: Engine, { zap, traces }: CompiledPrograms): Map<number, string> {
  const differing = new Map<number, string>();
  for (const [index, trace] of tracesOn(engine, zap).entries()) {
    if (trace === traces[index]) continue;
    differing.set(index, `In TypeScript:\n${traces[index]}\nAs zap.js on ${engine.name}:\n${trace}\n`);
  }
  return differing;
}

/** A trigger whose items are what the programs have noted. */
function calling(programs: readonly string[]): string {
  const imports = programs.map((_, index) => `import { feature as f${index} } from "../program${index}.ts";`);
  const items = programs.map((_, index) => `{ id: ${index}, trace: outcome(f${index}) }`);
  return `${trigger}\n${imports.join("\n")}
import { outcome } from "../tracing.ts";
export function poll(_: Poll<typeof trigger>): Results {
  return [${items.join(", ")}];
}
`;
}

function tracesOn(engine: Engine, zap: string): string[] {
  const { thing_poll } = outcomes(engine, { zap }) as { thing_poll: { returned: { trace: string }[] } };
  return thing_poll.returned.map(({ trace }) => trace);
}
