import { dirname } from "node:path";
import colors from "picocolors";
import {
  type Addition,
  type Comparison,
  compare,
  type RunReport,
  type Simulator,
} from "../simulator/index.ts";
import { HiddenSecrets } from "./hidden-secrets.ts";
import { count, printDiagnostics } from "./print.ts";
import { type PrintOptions, printProblems } from "./print-run.ts";
import { type SimulatorOptions, simulateOptionsOf, simulatorOf } from "./simulator-of.ts";
import { staleWarning } from "./stale-warning.ts";

/** The work that a command has a simulator do, and the way in which it is shown. */
export interface SimulatorWork<T> {
  run(simulator: Simulator): Promise<T>;
  /** Shows people the result, which has gone through JSON. */
  print(done: T, shown: PrintOptions): Promise<void>;
  /** Its runs: an error or a problem of one of them makes the exit code 1. */
  runs(done: T): readonly RunReport[];
}

/**
 * Does the work and shows what happened; with `--compare`, does it on both runtimes and shows what differs. Warns first where
 * the built files are older than the sources. Secrets are shown with `--show-secrets` only.
 */
export async function simulateWork<T>(options: SimulatorOptions, work: SimulatorWork<T>): Promise<0 | 1> {
  if (options.script === undefined) printDiagnostics(await staleWarning(options.dist));
  const secrets = new HiddenSecrets(options);
  try {
    return options.compare
      ? await compareRuntimes(options, work, secrets)
      : await runOnce(options, work, secrets);
  } catch (error) {
    throw secrets.hiddenInError(error);
  }
}

async function runOnce<T>(
  options: SimulatorOptions,
  work: SimulatorWork<T>,
  secrets: HiddenSecrets,
): Promise<0 | 1> {
  const simulator = await simulatorOf(options);
  secrets.areThoseOf(simulator);
  printInferred(simulator.inferred, secrets);
  try {
    const done = await work.run(simulator);
    const shown = secrets.hidden(asJson(done));
    if (options.json) console.log(shown);
    else await work.print(JSON.parse(shown), { dist: directoryOf(options) });
    return work.runs(done).some(({ error, problems }) => error || problems.length > 0) ? 1 : 0;
  } finally {
    await simulator.close();
  }
}

/** The directory of the script and its map. */
function directoryOf({ script, dist }: SimulatorOptions): string {
  return script === undefined ? dist : dirname(script);
}

/** The exit code tells whether both give the same, and without a problem. */
async function compareRuntimes<T>(
  options: SimulatorOptions,
  { run, runs }: SimulatorWork<T>,
  secrets: HiddenSecrets,
): Promise<0 | 1> {
  let inferred = false;
  const comparison = await compare(await simulateOptionsOf(options), (simulator) => {
    secrets.areThoseOf(simulator);
    if (!inferred) printInferred(simulator.inferred, secrets);
    inferred = true;
    return run(simulator);
  });
  const { converted, legacy, differences } = comparison;
  const both = [converted, legacy].flatMap((done) => runs(done).flatMap(({ problems }) => problems));
  const problems = [...new Map(both.map((problem) => [problem.message, problem])).values()];
  const shown = secrets.hidden(asJson(comparison));
  if (options.json) console.log(shown);
  else {
    printComparison(JSON.parse(shown));
    printProblems(problems);
  }
  return differences.length + problems.length > 0 ? 1 : 0;
}

/** Bytes as bodies have them: `{ base64 }`. */
function asJson(done: unknown): string {
  // A Buffer has become another object when its value is handed over.
  function shown(this: { readonly [key: string]: unknown }, key: string, value: unknown): unknown {
    const held = this[key];
    return held instanceof Uint8Array ? { base64: Buffer.from(held).toString("base64") } : value;
  }
  return JSON.stringify(done, shown, 2);
}

/** Shows the metadata that nobody has declared. */
function printInferred(additions: readonly Addition[], secrets: HiddenSecrets): void {
  if (additions.length === 0) return;
  const lines = additions.map(({ to, what }) => `  ${colors.bold(to)} ${secrets.hidden(what.join("; "))}`);
  console.error(
    `${colors.yellow("inferred")} from the script, because no metadata say it:\n${lines.join("\n")}`,
  );
  console.error(
    `  ${colors.cyan("→")} Name a file that says it: --metadata FILE. Until then fields may be given that are not declared.\n`,
  );
}

/** Prints the differences between the two runtimes. */
function printComparison({ differences }: Comparison<unknown>): void {
  if (differences.length === 0) {
    console.log(colors.green("Both runtimes give the same."));
    return;
  }
  for (const { path, converted, legacy } of differences) {
    console.log(
      `${colors.bold(path)}\n  converted ${shownValue(converted)}\n  legacy    ${shownValue(legacy)}`,
    );
  }
  console.log(`\n${colors.yellow(count(differences.length, "difference"))} between the runtimes`);
}

function shownValue(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
