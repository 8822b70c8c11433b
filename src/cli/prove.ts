import colors from "picocolors";
import type { MethodProof, ProofDifference, ProveOptions, ProveReport, Reached } from "../index.ts";
import { orCouldNotRun } from "./could-not-run.ts";
import { count } from "./print.ts";
import { readObject } from "./read-object.ts";
import type { ExitCode } from "./report-error.ts";

export interface ProveCommandOptions extends Omit<ProveOptions, "old" | "new" | "auth_fields"> {
  readonly auth?: string;
  readonly json?: true;
}

/** `zapc prove`: compares what two scripts do. */
export async function proveCommand(
  [old, other]: readonly [old: string, other: string],
  { json, auth, ...options }: ProveCommandOptions,
): Promise<ExitCode> {
  return orCouldNotRun({ json: json === true, consequence: "Nothing was compared." }, async () => {
    const { prove } = await import("../prove/prove.ts");
    const auth_fields =
      auth === undefined ? {} : await readObject(auth, "the auth fields", { isSecret: true });
    const report = await prove({ old, new: other, auth_fields, ...options });
    if (json) console.log(JSON.stringify(report, null, 2));
    else printProof(report);
    return report.ok ? 0 : 1;
  });
}

/** Prints what a comparison found: the differences side by side, then how far it went. */
export function printProof(report: ProveReport): void {
  const { ok, members, methods, recorded, reached } = report;
  printDifferences("Zap", members.differences);
  for (const method of methods) {
    printDifferences(method.name, method.differences);
    if (method.example && method.differences.length > 0)
      console.log(`  with ${JSON.stringify(method.example)}\n`);
  }
  for (const { step, differences } of recorded) printDifferences(`${step}, recorded`, differences);
  printNotes(methods);
  const calls = methods.reduce((sum, { runs }) => sum + runs, 0);
  const replays = recorded.length > 0 ? `, and ${count(recorded.length, "recording")}` : "";
  const compared = `${count(methods.length, "method")} with ${count(calls, "made-up bundle")}${replays}`;
  console.log(ok ? colors.green(`Equal: ${compared}.`) : colors.red(`Different: ${compared}.`));
  console.log(
    colors.dim(
      `Reached: ${share(reached.methods)} functions on Zap, ${share(reached.functions)} functions, ${share(reached.branches)} branches.`,
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
  const thrown = methods.filter(({ runs, returned }) => runs > 0 && returned === 0).map(({ name }) => name);
  if (thrown.length > 0)
    console.log(`With every bundle these throw, as in the old script: ${thrown.join(", ")}`);
}

function share({ reached, all }: Reached): string {
  return `${reached} of ${all}`;
}

const MOST_SHOWN = 300;

function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
