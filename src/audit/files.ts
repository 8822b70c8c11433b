import { existsSync } from "node:fs";
import { readJson } from "../input/read-json.ts";
import { Failure } from "../model/failure.ts";
import { didYouMean } from "../model/nearest.ts";
import { generator, ownJson } from "../output/generator.ts";
import { type WriteFilesOptions, writeFiles } from "../output/write-files.ts";
import type { BaselineEntry } from "./audit.ts";
import type { Severities, Severity } from "./rule.ts";
import { auditRules, ownRules } from "./rules.ts";

/** The default files of the severities and the baseline. */
export const settingsFiles = { severities: "zapc-audit.json", baseline: "zapc-audit-baseline.json" };

/**
 * Reads the file of severities: `{ "severity": { "ZDW007": "off" } }`. Without a name, there may be none.
 *
 * @throws {Failure} when it names a rule or a severity that does not exist.
 */
export function readSeverities(named: string | undefined): Severities {
  const file = named ?? settingsFiles.severities;
  if (named === undefined && !existsSync(file)) return {};
  const failed = (why: string, hint: string) =>
    new Failure(`Failed to read the severities from ${file}: ${why}`, { hint });
  const value = readJson({ file, what: "the severities", hint: example });
  const { severity, ...others } = Object(value);
  if (!isObject(severity) || Object.keys(others).length > 0)
    throw failed("it must be an object with `severity`, and nothing else.", example);
  const ids = [...auditRules, ...ownRules].map(({ id }) => id);
  for (const [rule, given] of Object.entries(severity)) {
    if (!ids.includes(rule))
      throw failed(`there is no rule "${rule}".`, didYouMean(rule, ids) ?? "docs/audit.md lists the rules.");
    if (!severityNames.includes(given as Severity))
      throw failed(
        `the severity of ${rule} is ${JSON.stringify(given)}.`,
        `It must be ${severityNames
          .map((name) => `"${name}"`)
          .join(", ")
          .replace(/, (?="off")/, " or ")}.`,
      );
  }
  return severity as Severities;
}

const severityNames: readonly Severity[] = ["error", "warning", "off"];
const example = 'Write for example { "severity": { "ZDW007": "off" } }.';

/** A baseline, and its file. */
export interface Baseline {
  readonly file: string;
  readonly findings: readonly BaselineEntry[];
}

/**
 * Reads the baseline. Without a name, there may be none.
 *
 * @throws {Failure} when it is none.
 */
export function readBaseline(named: string | undefined): Baseline | undefined {
  const file = named ?? settingsFiles.baseline;
  if (named === undefined && !existsSync(file)) return undefined;
  const hint = "`zapc audit --update-baseline` writes it.";
  const { findings } = Object(readJson({ file, what: "the baseline", hint }));
  if (Array.isArray(findings) && findings.every(isEntry)) return { file, findings };
  throw new Failure(
    `Failed to read the baseline from ${file}: it must have \`findings\`, each with a rule, an entity and a count.`,
    { hint },
  );
}

/** Writes the baseline. */
export function writeBaseline(
  file: string,
  findings: readonly BaselineEntry[],
  options: WriteFilesOptions,
): void {
  const content = `${JSON.stringify({ format: 1, generator, findings }, null, 2)}\n`;
  writeFiles([{ file, content, isOwn: ownJson(() => false) }], options);
}

function isEntry(entry: unknown): entry is BaselineEntry {
  const { rule, entity, count } = Object(entry);
  return typeof rule === "string" && typeof entity === "string" && Number.isInteger(count) && count > 0;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
