import { mkdirSync } from "node:fs";
import { join } from "node:path";
import colors from "picocolors";
import { checkOneBuild, readMetadata } from "../built/metadata-file.ts";
import { type AppExport, type KeptFile, writeApp } from "../export/app-directory.ts";
import { cliApp } from "../export/cli-app.ts";
import { convertibleDefinition, definitionOf } from "../export/definition.ts";
import { dumpOf } from "../export/dump.ts";
import { checkDefinition } from "../export/platform-schema.ts";
import { dumpParts } from "../inference/web-builder-dump.ts";
import { readText } from "../input/read-text.ts";
import type { Metadata } from "../model/definitions.ts";
import { Failure } from "../model/failure.ts";
import { ownJson } from "../output/generator.ts";
import { writeFiles } from "../output/write-files.ts";
import { count } from "./print.ts";
import type { ExitCode } from "./report-error.ts";

export const exportFormats = ["cli", "definition", "dump"] as const;

export interface ExportOptions {
  readonly dist: string;
  readonly to?: (typeof exportFormats)[number];
  readonly into?: string;
  readonly force?: true;
  readonly json?: true;
}

/** The report of `zapc export`, as `--json` prints it. */
interface ExportReport extends AppExport {
  readonly ok: boolean;
  readonly to: (typeof exportFormats)[number];
  readonly out: string;
}

/** A build, as it is exported. */
export interface ExportedBuild {
  readonly metadata: Metadata;
  /** The file of the metadata, for messages. */
  readonly file: string;
  readonly script: string;
}

/** `zapc export`: writes the integration as today's platform, its CLI or the Web Builder have it. */
export async function exportCommand(out: string | undefined, options: ExportOptions): Promise<ExitCode> {
  const { dist, force = false, json } = options;
  const { to, place } = targetOf(out, options);
  const build = readExported(dist);
  const report: ExportReport =
    to === "cli"
      ? { ...exportApp(build, place, { into: options.into !== undefined, force }), to, out: place }
      : { ...emptyReport, ok: true, written: writers[to](build, place, force), to, out: place };
  if (json) console.log(JSON.stringify(report, null, 2));
  else printReport(report);
  return report.ok ? 0 : 1;
}

function targetOf(
  out: string | undefined,
  { to, into }: ExportOptions,
): { to: (typeof exportFormats)[number]; place: string } {
  const failed = (why: string) =>
    new Failure(`Failed to export: ${why}.`, {
      hint: "Write `zapc export --to cli DIR`, `--to definition FILE`, `--to dump DIR`, or `zapc export --into DIR`.",
    });
  if (into !== undefined) {
    if (out !== undefined || (to ?? "cli") !== "cli")
      throw failed("`--into DIR` is the directory of an app, and nothing else is named with it");
    return { to: "cli", place: into };
  }
  if (to === undefined) throw failed("it is not said what to export to");
  if (out === undefined) throw failed("it is not said where to");
  return { to, place: out };
}

/**
 * Reads a build for an export.
 *
 * @throws {Failure} when it cannot be read, or its files are of two builds.
 */
export function readExported(dist: string): ExportedBuild {
  const hint = "`zapc build` writes it. Name another directory with `--dist DIR`.";
  const file = join(dist, "metadata.json");
  const metadata = readMetadata({ file, what: "the metadata", hint });
  const scriptFile = join(dist, "zap.js");
  const script = readText({ file: scriptFile, what: "the script", hint });
  checkOneBuild({ script: { file: scriptFile, text: script }, metadata: { file, value: metadata } });
  return { metadata, file, script };
}

/** Writes a CLI app. It did not do what was asked where scripting.js was kept: the app runs another script then. */
export function exportApp(
  { metadata, file, script }: ExportedBuild,
  directory: string,
  options: { into: boolean; force: boolean },
): AppExport & { ok: boolean } {
  checkDefinition(definitionOf(metadata, script), file);
  const done = writeApp(directory, cliApp(metadata, script), options);
  return { ok: !done.kept.some(({ path }) => path === "scripting.js"), ...done };
}

const emptyReport: AppExport = { written: [], kept: [], obsolete: [] };

/** Writes the other formats. Returns the files. */
const writers: {
  readonly [to in Exclude<(typeof exportFormats)[number], "cli">]: (
    build: ExportedBuild,
    out: string,
    force: boolean,
  ) => string[];
} = {
  definition({ metadata, file, script }, out, force) {
    const definition = definitionOf(metadata, script);
    checkDefinition(definition, file);
    const content = `${JSON.stringify(convertibleDefinition(definition), null, 2)}\n`;
    writeFiles(
      [{ file: out, content, isOwn: ownJson(({ legacy }) => "scriptingSource" in Object(legacy)) }],
      { force },
    );
    return [out];
  },
  dump({ metadata }, out, force) {
    const dump = dumpOf(metadata);
    mkdirSync(out, { recursive: true });
    const files = dumpParts.map((part) => {
      const content = `${JSON.stringify(dump[part], null, 2)}\n`;
      return {
        file: join(out, `${part}.json`),
        content,
        isOwn: ownJson(isPart[part]),
      };
    });
    writeFiles(files, { force });
    return files.map(({ file }) => file);
  },
};

/** Tells whether a JSON object is what this file of a dump holds: steps and fields by their keys. */
const isKeyed = (value: object) => Object.values(value).every((entry) => "label" in Object(entry));

const isPart = {
  general: (value: object) => "auth_type" in value,
  ...{ auth_fields: isKeyed, triggers: isKeyed, actions: isKeyed, searches: isKeyed },
} satisfies { readonly [part in (typeof dumpParts)[number]]: (value: object) => boolean };

function printReport({ ok, to, out, ...report }: ExportReport): void {
  if (to === "cli") printAppExport({ ok, ...report }, out);
  else console.log(colors.green(report.written.join("\n")));
  console.log(next[to](out));
}

/** Prints what an export of an app did, and how the files differ that it left as they are. */
export function printAppExport(
  { ok, written, kept, obsolete }: AppExport & { readonly ok: boolean },
  out: string,
): void {
  for (const file of kept) console.log(`${keptText(file)}\n`);
  for (const path of obsolete)
    console.log(colors.yellow(`${join(out, path)} is not needed any more: remove it.`));
  if (!ok)
    console.log(
      colors.red(
        "scripting.js was edited, and stays: bring the edit into the sources, or replace it with --force.",
      ),
    );
  const keptSummary = kept.length > 0 ? `, ${count(kept.length, "file")} kept` : "";
  console.log(
    (ok ? colors.green : colors.yellow)(`${out}: ${count(written.length, "file")} written${keptSummary}\n`),
  );
}

const next: { readonly [to in (typeof exportFormats)[number]]: (out: string) => string } = {
  cli: (out) => `Next, with Node.js 22:
  cd ${out} && npm install && npm test
  npx zapier-platform validate --without-style
  npx zapier-platform push`,
  definition: (out) => `Next, with Node.js 22:
  npx zapier-platform convert --json @${out} DIR`,
  dump: () => "zapc adopt reads it, with the script beside it.",
};

const whyKept: { readonly [why in KeptFile["why"]]: string } = {
  edited: "was edited since zapc wrote it, and stays. The export would make of it:",
  foreign: "is not zapc's, and stays. The export would make of it:",
  missing: "is not there, and stays so. The export would make it:",
};

const MOST_LINES = 60;

function keptText({ path, why, diff }: KeptFile): string {
  const lines = diff.trimEnd().split("\n").slice(1);
  const more =
    lines.length > MOST_LINES ? [`… ${lines.length - MOST_LINES} more lines: --json has them`] : [];
  const shown = [...lines.slice(0, MOST_LINES), ...more].map((line) => `  ${colored(line)}`);
  return [`${colors.bold(path)} ${whyKept[why]}`, ...shown].join("\n");
}

function colored(line: string): string {
  if (line.startsWith("+")) return colors.green(line);
  return line.startsWith("-") ? colors.red(line) : line;
}
