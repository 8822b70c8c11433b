import colors from "picocolors";
import type { Coverage, MethodProof, ProofDifference, ProveOptions, ProveReport } from "../index.ts";
import type { Progress } from "../prove/method-proofs.ts";
import { isStrictModeError } from "../prove/subject.ts";
import { orCouldNotRun } from "./could-not-run.ts";
import { count } from "./print.ts";
import { readObject } from "./read-object.ts";
import type { ExitCode } from "./report-error.ts";

export interface ProveCommandOptions
  extends Omit<ProveOptions, "old" | "new" | "auth_fields" | "time_limit"> {
  readonly auth?: string;
  readonly timeLimit?: number;
  readonly json?: true;
}

/** `zapc prove`: compares what two scripts do. */
export async function proveCommand(
  [old, other]: readonly [old: string, other: string],
  { json, auth, timeLimit: time_limit, ...options }: ProveCommandOptions,
): Promise<ExitCode> {
  return orCouldNotRun({ json: json === true, consequence: "Nothing was compared." }, async () => {
    const { prove } = await import("../prove/prove.ts");
    const auth_fields =
      auth === undefined ? {} : await readObject(auth, "the auth fields", { isSecret: true });
    const limit = time_limit === undefined ? {} : { time_limit };
    const given = { old, new: other, auth_fields, ...limit, ...options };
    const report = await withProgress(json !== true, (progress) => prove(given, progress));
    if (json) console.log(JSON.stringify(report, null, 2));
    else printProof(report);
    return report.ok ? 0 : 1;
  });
}

/** Does work with a line on the terminal that says how far it is. There is none where standard error is not a terminal. */
export async function withProgress<T>(
  isShown: boolean,
  work: (progress: (progress: Progress) => void) => Promise<T>,
): Promise<T> {
  const { stderr } = process;
  if (!isShown || !stderr.isTTY) return work(() => {});
  const clear = "\r\x1b[K";
  try {
    return await work(({ done, all, method }) => {
      const line = `${Math.floor((100 * done) / all)} % of the calls: ${method}`;
      stderr.write(`${clear}${colors.dim(line.slice(0, stderr.columns - 1))}`);
    });
  } finally {
    stderr.write(clear);
  }
}

/** Prints what a comparison found, rung by rung: the differences side by side, then how far it went. */
export function printProof(report: ProveReport): void {
  const { ok, members, methods, runner, recorded, reached, time_is_over } = report;
  printMembers(members);
  printMethods(methods, "");
  const onRunner = "methods" in runner ? runner.methods : [];
  printMethods(onRunner, " on the runner");
  for (const { step, differences } of recorded) printDifferences(`${step}, recorded`, differences);
  printNotes(methods);
  if ("not_run_because" in runner)
    console.log(`Not called on the platform's own runner: ${runner.not_run_because}`);
  const replays = recorded.length > 0 ? `; ${count(recorded.length, "recorded step")}` : "";
  const sides = [`${callsOf(methods)} on the simulator`];
  if ("version" in runner) sides.push(`${callsOf(onRunner)} on the runner ${runner.version}`);
  const compared = `${count(methods.filter(isCalled).length, "method")}, ${sides.join(", ")}${replays}`;
  const equal = time_is_over ? colors.yellow("No difference so far") : colors.green("Equal");
  console.log(`${ok ? equal : colors.red("Different")}: ${compared}.`);
  if (time_is_over) printTimeIsOver(methods);
  console.log(
    colors.dim(
      `Reached: ${share(reached.methods)} functions on Zap, ${share(reached.functions)} functions, ${share(reached.branches)} branches.`,
    ),
  );
}

/** The rung before the calls. */
function printMembers({ old, differences }: ProveReport["members"]): void {
  const isSame = (path: RegExp) =>
    differences.some((it) => path.test(it.path)) ? "not the same" : "the same";
  const lengths = `lengths ${isSame(/^\/Zap\/[^/]+\/length$/)}`;
  const unresolved = `names that nothing declares ${isSame(/^\/unresolved\//)}`;
  const names = isSame(/^\/Zap\/(?!.*\/length$)/);
  console.log(`Zap: ${count(old, "name")}, ${names}; ${lengths}; ${unresolved}.`);
  printDifferences("Zap", differences);
}

function printMethods(methods: readonly MethodProof[], where: string): void {
  for (const { name, differences, example } of methods) {
    printDifferences(`${name}${where}`, differences);
    if (differences.some((it) => it.old === undefined && isStrictModeError(it.new)))
      console.log(
        "  Strict mode throws there, and the old script ignored it: test that the value is an object before you set a property on it.",
      );
    if (example) console.log(`  with ${JSON.stringify(example)}\n`);
  }
}

function isCalled({ runs, recorded }: MethodProof): boolean {
  return runs + recorded > 0;
}

/** `120 calls, 4 of them with recorded bundles` */
function callsOf(methods: readonly MethodProof[]): string {
  const recorded = methods.reduce((sum, it) => sum + it.recorded, 0);
  const all = methods.reduce((sum, { runs }) => sum + runs, recorded);
  return `${count(all, "call")}${recorded > 0 ? ` (${recorded} with recorded bundles)` : ""}`;
}

function printTimeIsOver(methods: readonly MethodProof[]): void {
  const most = Math.max(0, ...methods.map(({ runs }) => runs));
  const never = methods.filter((it) => !isCalled(it)).length;
  const less = methods.filter((it) => isCalled(it) && it.runs < most).length;
  console.log(
    colors.yellow(
      `The time was over: ${count(never, "method")} not called, ${less} with fewer bundles. Give more with --time-limit SECONDS.`,
    ),
  );
}

function printDifferences(where: string, differences: readonly ProofDifference[]): void {
  if (differences.length === 0) return;
  console.log(colors.bold(where));
  for (const { path, old, new: other } of differences)
    console.log(`  ${path}\n    old  ${shown(old)}\n    new  ${shown(other)}`);
}

/** Prints the differences that do not count, and why. */
function printNotes(methods: readonly MethodProof[]): void {
  const noise = methods.filter((method) => method.noise.length > 0);
  for (const { name, noise: paths } of noise)
    console.log(`${name}: two runs of the old script differ, so this was not compared: ${paths.join(", ")}`);
  const leaked = [...new Set(methods.flatMap(({ no_longer_leaked }) => no_longer_leaked))].sort();
  if (leaked.length > 0)
    console.log(`Globals that only the old script makes, which changes nothing else: ${leaked.join(", ")}`);
  for (const { name, fails_sooner: errors } of methods.filter((it) => it.fails_sooner.length > 0))
    console.log(
      `${name}: where the old script returns what the platform rejects, the new one throws: ${errors[0]}`,
    );
  const thrown = methods.filter(({ runs, returned }) => runs > 0 && returned === 0).map(({ name }) => name);
  if (thrown.length > 0) {
    const more =
      thrown.length > MOST_NAMED ? ` and ${thrown.length - MOST_NAMED} more: --json has them all` : "";
    console.log(
      `With every bundle ${count(thrown.length, "method")} of ${methods.length} threw, as in the old script: ${thrown.slice(0, MOST_NAMED).join(", ")}${more}`,
    );
  }
}

function share({ reached, all }: Coverage): string {
  return `${reached} of ${all}`;
}

const MOST_NAMED = 5;
const MOST_SHOWN = 300;

function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
