import { writeFileSync } from "node:fs";
import { join } from "node:path";
import colors from "picocolors";
import type { ChangeKind } from "../metadata/diff/change.ts";
import { type Compare, type DiffReport, diff, kindOrder, type Version } from "../metadata/diff/diff.ts";
import { diffMarkdown, diffSummary, methodText, titles } from "../metadata/diff/markdown.ts";
import { readVersion } from "../metadata/diff/sides.ts";
import { recordedRuns, replayed } from "../metadata/recorded-runs.ts";
import { Failure } from "../model/failure.ts";
import { removedAfter, temporaryFolder } from "../output/temporary-folder.ts";
import { orCouldNotRun } from "./could-not-run.ts";
import { readObject } from "./read-object.ts";
import type { ExitCode } from "./report-error.ts";

export interface DiffOptions {
  readonly dist: string;
  readonly format: "text" | "json" | "markdown";
  readonly json?: true;
  readonly recordings?: string;
  readonly auth?: string;
}

/** `zapc diff`: compares two versions of an integration. */
export async function diffCommand(
  old: string,
  given: string | undefined,
  { json, ...options }: DiffOptions,
): Promise<ExitCode> {
  const format = json ? "json" : options.format;
  return orCouldNotRun({ json: format === "json", consequence: "Nothing was compared." }, async () => {
    const before = await readVersion(old, options.dist);
    const after = await readVersion(given ?? options.dist, options.dist);
    return removedAfter(temporaryFolder("zapc-diff-"), async (folder) => {
      const report = await diff(
        before,
        after,
        await recordedComparison(before, after, { ...options, folder }),
      );
      print[format](report);
      return report.ok ? 0 : 1;
    });
  });
}

/** Replays the recording of a step by both versions, where there is one. */
async function recordedComparison(
  before: Version,
  after: Version,
  { recordings, auth, folder }: Pick<DiffOptions, "recordings" | "auth"> & { folder: string },
): Promise<Compare | undefined> {
  if (recordings === undefined) return undefined;
  const runs = recordedRuns(recordings);
  const auth_fields = auth === undefined ? {} : await readObject(auth, "the auth fields");
  const [old, now] = [filesOf(before, join(folder, "old")), filesOf(after, join(folder, "new"))];
  return async ({ list, key }) => {
    const run = runs.find((it) => it.list === list && it.key === key);
    if (!run) return undefined;
    const was = (await replayed(run, { ...old, auth_fields })).items;
    try {
      return { before: was, after: (await replayed(run, { ...now, auth_fields })).items };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return { why: `the new version cannot be replayed: ${error.fault.replace(/\.$/, "")}` };
    }
  };
}

function filesOf({ name, script, metadata }: Version, prefix: string): { script: string; metadata: string } {
  if (script === undefined)
    throw new Failure(`Failed to replay recordings with ${name}: it has no zap.js.`, {
      hint: "Name the directory of a build, or leave out `--recordings`.",
    });
  const files = { script: `${prefix}.zap.js`, metadata: `${prefix}.metadata.json` };
  writeFileSync(files.script, script);
  writeFileSync(files.metadata, JSON.stringify(metadata));
  return files;
}

const print: { readonly [format in DiffOptions["format"]]: (report: DiffReport) => void } = {
  text: printDiff,
  json: (report) => console.log(JSON.stringify(report, null, 2)),
  markdown: (report) => console.log(diffMarkdown(report)),
};

const kindColors: { readonly [kind in ChangeKind]: (text: string) => string } = {
  break: colors.red,
  unknown: colors.yellow,
  changed: colors.cyan,
  new: colors.green,
  text: colors.dim,
};

/** Prints a comparison for people. */
export function printDiff(report: DiffReport): void {
  const { changes, methods = [], unchecked } = report;
  for (const kind of kindOrder) {
    const ofKind = changes.filter((change) => change.kind === kind);
    if (ofKind.length === 0) continue;
    console.log(kindColors[kind](colors.bold(titles[kind])));
    for (const { id, today, entity, message, hint } of ofKind) {
      const ids = today === undefined ? id : `${id} (today ${today})`;
      console.log(`  ${colors.dim(ids)} ${colors.bold(entity)}\n    ${message}`);
      if (hint !== undefined) console.log(`    ${colors.cyan("→")} ${hint}`);
    }
    console.log("");
  }
  if (methods.length > 0) {
    console.log(colors.bold("Methods of the script"));
    for (const method of methods) console.log(`  ${methodText(method, (name) => name)}`);
    console.log("");
  }
  for (const why of unchecked) console.log(colors.yellow(why));
  console.log((report.ok ? colors.green : colors.red)(diffSummary(report)));
}
