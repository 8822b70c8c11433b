import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { afterAll, describe, expect, test, vi } from "vitest";
import { loadCommand } from "../../../bin/run-command.cjs";
import { temporaryFolder } from "../../simulator/integration.ts";
import { type Files, type InputKind, inputFiles } from "./inputs.ts";
import { mutatedBytes, mutatedJson, mutations } from "./mutations.ts";

/*
 * A command says what is wrong with a file of any content, or gives a right result. For others, and more:
 * ZAPC_SEED=7 ZAPC_MUTATED_INPUTS=1000 npx vitest run --mode all test/cli/mutated
 */
const { ZAPC_SEED = "1", ZAPC_MUTATED_INPUTS = "" } = process.env;
const seed = Number(ZAPC_SEED);
const numInputs = Number(ZAPC_MUTATED_INPUTS);

const input = fc.record({ changes: mutations, asText: fc.boolean(), json: fc.boolean() });

/** Tests what the commands do with mutated inputs of these kinds: with their share of `ZAPC_MUTATED_INPUTS`. */
export function survive(kinds: readonly InputKind[]): void {
  describe(`each of ${numInputs} mutated inputs of seed ${seed} is a clear error or a right result:`, () => {
    test.each(kinds)("$what", { timeout: 1_200_000 }, async (kind) => {
      const files = await inputFiles();
      const folder = temporaryFolder();
      for (const [file, text] of Object.entries(files)) write(folder, file, text);
      const args = argsIn(folder, kind, files);
      const text = files[kind.file] as string;
      const right = await zapcHere(args);
      expect(right.code, right.stderr).toBe(0);
      const survives = fc.asyncProperty(input, async ({ changes, asText, json }) => {
        const isText = asText || !/\.(?:json|map)$/.test(kind.file);
        const content = isText ? mutatedBytes(text, changes) : mutatedJson(text, changes);
        write(folder, kind.file, content);
        const ended = await zapcHere(json ? [...args, "--json"] : args);
        const fault =
          faultIn(ended, json) ?? kind.faultIn?.({ content: String(content), ended, right, json });
        if (fault)
          throw new Error(`${fault}\n${JSON.stringify(ended, null, 2)}\n${String(content).slice(0, 5000)}`);
      });
      const numRuns = Math.ceil((numInputs * kind.share) / 100);
      await fc.assert(survives, { seed, numRuns, endOnFailure: true });
    });
  });
}

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const command = loadCommand("simulate");

const printed = { log: vi.spyOn(console, "log"), error: vi.spyOn(console, "error") };
afterAll(() => vi.restoreAllMocks());

/** Runs the command in this process: to start one for each takes twice as long. */
async function zapcHere(args: readonly string[]): Promise<Ended> {
  for (const print of Object.values(printed)) print.mockClear().mockImplementation(() => {});
  const put: readonly (readonly [NodeJS.EventEmitter, string])[] = [
    [process, "uncaughtException"],
    [process.stdout, "error"],
  ];
  const before = put.map(([emitter, event]) => emitter.listeners(event));
  const code = await (await command).main(args);
  for (const [index, [emitter, event]] of put.entries())
    for (const listener of emitter.listeners(event) as (() => void)[])
      if (!before[index]?.includes(listener)) emitter.off(event, listener);
  const [stdout, stderr] = [printed.log, printed.error].map(({ mock }) =>
    stripVTControlCharacters(mock.calls.map(([line = ""]) => `${line}\n`).join("")),
  ) as [string, string];
  return { code, stdout, stderr };
}

/** The reason that this is neither a clear error nor a result. */
function faultIn({ code, stdout, stderr }: Ended, json: boolean): string | undefined {
  const all = stdout + stderr;
  if (![0, 1, 2].includes(code)) return `exit code ${code}`;
  if (/This is a defect of zapc|node:internal|\.cache\/|\/src\/(?:cli|simulator)\//.test(all))
    return "a stack, or a defect";
  if (/\[object Object\]|\bundefined\b/.test(stderr)) return "an error that shows JavaScript's values";
  if (json && stdout !== "" && !isJson(stdout)) return "JSON that is none";
  if (code !== 0 && all.trim() === "") return "a failure that says nothing";
  if (code === 2 && !json && !/^error \S/m.test(stderr)) return "an exit code 2 without an error";
  return "polluted" in {} ? "a polluted Object.prototype" : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function write(folder: string, file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

/** The command, with the paths of the folder. */
function argsIn(folder: string, { command }: InputKind, files: Files): string[] {
  const isPlace = (arg: string) => arg in files || arg === "built";
  const args = command.map((arg) => (isPlace(arg) ? join(folder, arg) : arg));
  return args[0] === "simulate" ? [...args, "--dist", join(folder, "dist")] : args;
}
