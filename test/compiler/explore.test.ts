import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compile } from "../../src/compiler/compile.ts";
import { availableEngines, thisNode } from "../conformance/engines.ts";
import { integration, trigger } from "./integration.ts";
import { outcomes, sourceForNode } from "./outcomes.ts";
import { program } from "./programs/program.ts";

/*
 * Programs that fast-check makes of what TypeScript has must do as zap.js what they do in TypeScript. Other ones, or more:
 * ZAPC_SEED=7 ZAPC_PROGRAMS=5000 npx vitest run test/compiler/any-program
 */
const { ZAPC_SEED: seed = "1", ZAPC_PROGRAMS: amount = "200" } = process.env;

/** As many as are compiled into one zap.js. */
const BATCH = 100;

const tracing = readFileSync(new URL("programs/tracing.ts", import.meta.url), "utf8");

const shrinkingTakes = 600_000;
test("explore", { timeout: 3000000 }, async () => {
  const programs = fc.sample(program, { seed: Number(seed), numRuns: Number(amount) });
  const all: [string, string][] = [];
  for (let start = 0; start < programs.length; start += BATCH) {
    const part = programs.slice(start, start + BATCH);
    try { for (const [i, d] of await differences(part)) all.push([part[i] as string, d]); }
    catch (e) { console.log(String((e as Error).message).slice(0, 1500)); for (const d of ((e as any).diagnostics ?? []).slice(0,3)) { const i = /program(\d+)/.exec(d.file)?.[1]; console.log(d.line, part[Number(i)]); } }
  }
  all.sort((a, b) => a[0].length - b[0].length);
  console.log(JSON.stringify((globalThis as any).stat));
  console.log(all.length + " differ");
  for (const [p, d] of all.slice(0, 4)) console.log(p, d);
});

/** What each program that differs does where, by its index. */
async function differences(programs: readonly string[]): Promise<Map<number, string>> {
  const files = programs.map((text, index) => [`program${index}.ts`, text]);
  const directory = integration({
    ...Object.fromEntries(files),
    "tracing.ts": tracing,
    "triggers/thing.ts": calling(programs),
  });
  const [{ script }, source] = await Promise.all([compile(directory), sourceForNode(directory)]);
  const expected = traces(outcomes(thisNode, { zap: source }));
  const stat = (globalThis as any).stat ??= { n: 0, errors: 0, length: 0, many: 0 };
  for (const t of expected) { stat.n++; stat.length += t.length; if (/(Type|Reference|Range)Error/.test(t)) stat.errors++; if (/too many/.test(t)) stat.many++; }
  const differing = new Map<number, string>();
  for (const engine of availableEngines) {
    const found = traces(outcomes(engine, { zap: script.code }));
    for (const [index, trace] of found.entries()) {
      if (trace !== expected[index])
        differing.set(index, `In TypeScript:\n${expected[index]}\nOn ${engine.name}:\n${trace}`);
    }
  }
  return differing;
}

function traces(outcome: unknown): string[] {
  const { thing_poll } = outcome as { thing_poll: { returned: { trace: string }[] } };
  return thing_poll.returned.map(({ trace }) => trace);
}

/** A trigger whose items are what the programs have noted. */
function calling(programs: readonly string[]): string {
  const imports = programs.map((_, index) => `import { feature as f${index} } from "../program${index}.ts";`);
  const items = programs.map((_, index) => `{ id: ${index}, trace: f${index}() }`);
  return `${trigger.replace("PostPoll, PrePoll, RequestResult, ", "")}\n${imports.join("\n")}
export function poll(_: Poll<typeof trigger>): Results {
  return [${items.join(", ")}];
}
`;
}

/** The smallest program like one of those, and how it differs. */
async function shrunk(index: number): Promise<string> {
  let difference = "";
  const isSame = fc.asyncProperty(program, async (text) => {
    const found = (await differences([text])).get(0);
    difference = found ? `${text}\n${found}` : difference;
    return found === undefined;
  });
  const { failed } = await fc.check(isSame, { seed: Number(seed), path: String(index) });
  return failed ? difference : `Program ${index} differs, but not where it is compiled alone.`;
}
