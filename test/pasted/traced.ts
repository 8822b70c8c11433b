import { type Built, builtOf } from "../../src/built/built.ts";
import { type Compiled, compile } from "../../src/compiler/compile.ts";
import { outputFiles } from "../../src/compiler/write.ts";
import { mapTrace, type TraceOptions } from "../../src/pasted/trace.ts";
import { integration, trigger } from "../compiler/integration.ts";
import type { Engine } from "../conformance/engines.ts";

/** An integration whose method hands over the stack of an error as an item: so the traces are those of engines. */
const traced = {
  "triggers/thing.ts": `${trigger}
import { Reader } from "../reader.ts";

export function poll(bundle: Poll<typeof trigger>): Results {
  try {
    return ["a"].map((id) => ({ id, name: new Reader(bundle).name(id) }));
  } catch (error) {
    return [{ id: 1, stack: (error as { stack: string }).stack }];
  }
}
`,
  "reader.ts": `/** Reads names. */
export class Reader {
  constructor(private readonly bundle: { request: unknown }) {}

  name(id: string): string {
    const { names } = this.bundle as unknown as { names: { [id: string]: string } };
    return titled(names, id);
  }
}

const titled = (names: { [id: string]: string }, id: string): string => {
  return \`A \${names[id]}\`;
};
`,
};

/** The integration whose traces are mapped, built. */
export async function buildTraced(): Promise<{ readonly compiled: Compiled; readonly built: Built }> {
  const compiled = await compile(integration(traced));
  const files = outputFiles(compiled);
  const built = builtOf(files.get("zap.js") as string, files.get("zap.js.map") as string) as Built;
  return { compiled, built };
}

/** The trace of an engine. The engine's code begins with two lines, and ends with the call. */
export function traceOn(engine: Engine, { code }: Built): string {
  return engine.run({ zap: code, calls: "print(Zap.thing_poll({ request: {} })[0].stack);" });
}

/** A trace without the callers of zap.js. */
export function inner(trace: string): string {
  return /^.*?thing_poll[^\n]*/s.exec(trace)?.[0] ?? "";
}

export const asPasted: TraceOptions = { file: "dist/zap.js" };

/** The sources at the places that a trace becomes. */
export function placesIn(trace: string, built: Built, options: Partial<TraceOptions> = {}): string[] {
  return mapTrace(trace, built, { ...asPasted, ...options }).lines.flatMap(({ frames }) =>
    frames.map(({ file, line, column, source, function: name }) => {
      const text = source.split("\n")[line - 1]?.slice(column - 1);
      return `${file}:${line} ${text} in ${name ?? "-"}`;
    }),
  );
}

/** Those of the error that is handed over. */
export const places = [
  "reader.ts:12 names[id]}`; in titled",
  "reader.ts:7 titled(names, id); in name",
  "triggers/thing.ts:12 name(id) })); in -",
  "triggers/thing.ts:12 map((id) => ({ id, name: new Reader(bundle).name(id) })); in poll",
];
