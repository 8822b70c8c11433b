import { join, resolve } from "node:path";
import colors from "picocolors";
import {
  type AuditInput,
  type AuditReport,
  audit,
  auditSummary,
  baselineOf,
  type ReportedFinding,
} from "../audit/audit.ts";
import { auditedFiles, auditedSources } from "../audit/audited.ts";
import { readBaseline, readSeverities, settingsFiles, writeBaseline } from "../audit/files.ts";
import { auditMarkdown } from "../audit/markdown.ts";
import { sarifOf } from "../audit/sarif.ts";
import type { Compiled } from "../compiler/compile.ts";
import { outputFiles, write } from "../compiler/write.ts";
import { recordedRuns, replayed, type StepResults } from "../metadata/recorded-runs.ts";
import { removedAfter, temporaryFolder } from "../output/temporary-folder.ts";
import { orCouldNotRun } from "./could-not-run.ts";
import { earlierBuilds } from "./earlier-builds.ts";
import { count, diagnosticText } from "./print.ts";
import { readObject } from "./read-object.ts";
import type { ExitCode } from "./report-error.ts";

export const auditFormats = ["text", "json", "sarif", "markdown"] as const;

export interface AuditOptions {
  readonly scripting: string;
  readonly dist?: string;
  readonly format: (typeof auditFormats)[number];
  readonly json?: true;
  readonly severities?: string;
  readonly baseline?: string;
  readonly updateBaseline?: true;
  readonly force?: true;
  readonly recordings?: string;
  readonly auth?: string;
}

/** `zapc audit`: checks the integration by the platform's rules and zapc's own. */
export async function auditCommand({ json, ...options }: AuditOptions): Promise<ExitCode> {
  const format = json ? "json" : options.format;
  const consequence = "Nothing was audited.";
  return orCouldNotRun({ json: format === "json" || format === "sarif", consequence }, async () => {
    const severities = readSeverities(options.severities);
    const input = await auditedOf(options);
    if (options.updateBaseline) return updateBaseline(input, severities, options);
    const baseline = readBaseline(options.baseline);
    const report = audit(input, { severities, ...(baseline && { baseline }) });
    print[format](report);
    return report.ok ? 0 : 1;
  });
}

function updateBaseline(
  input: AuditInput,
  severities: ReturnType<typeof readSeverities>,
  { baseline = settingsFiles.baseline, force }: Pick<AuditOptions, "baseline" | "force">,
): ExitCode {
  const entries = baselineOf(audit(input, { severities }).findings);
  writeBaseline(baseline, entries, { force });
  const findings = entries.reduce((sum, entry) => sum + entry.count, 0);
  console.log(`${baseline}: ${count(findings, "finding")} that the audit tells no more`);
  return 0;
}

async function auditedOf(options: Omit<AuditOptions, "json">): Promise<AuditInput> {
  const { dist, scripting, recordings } = options;
  if (dist !== undefined) {
    const input = await auditedFiles(dist);
    return recordings === undefined ? input : withResults(input, await resultsOf(dist, options));
  }
  const cache = earlierBuilds(resolve(scripting));
  const { compiled, ...input } = await auditedSources(scripting, cache);
  cache.save({ ok: compiled !== undefined });
  if (recordings === undefined || !compiled) return input;
  return withResults(input, await resultsOfCompiled(compiled, options));
}

function withResults(input: AuditInput, results: readonly StepResults[]): AuditInput {
  return { ...input, subject: { ...input.subject, results } };
}

async function resultsOfCompiled(compiled: Compiled, options: AuditOptions): Promise<StepResults[]> {
  return removedAfter(temporaryFolder("zapc-audit-"), (folder) => {
    write(folder, outputFiles(compiled));
    return resultsOf(folder, options);
  });
}

async function resultsOf(dist: string, { recordings = "", auth }: AuditOptions): Promise<StepResults[]> {
  const auth_fields = auth === undefined ? {} : await readObject(auth, "the auth fields");
  const files = { script: join(dist, "zap.js"), metadata: join(dist, "metadata.json"), auth_fields };
  const results: StepResults[] = [];
  for (const run of recordedRuns(recordings)) results.push(await replayed(run, files));
  return results;
}

const print: { readonly [format in AuditOptions["format"]]: (report: AuditReport) => void } = {
  text: printText,
  json: (report) => console.log(JSON.stringify(report, null, 2)),
  sarif: (report) => console.log(JSON.stringify(sarifOf(report), null, 2)),
  markdown: (report) => console.log(auditMarkdown(report)),
};

function printText(report: AuditReport): void {
  for (const finding of report.findings) console.log(`${findingText(finding)}\n`);
  for (const { rule, why } of report.unchecked) console.log(colors.dim(`not checked: ${rule}: ${why}`));
  const color = report.ok ? colors.green : colors.yellow;
  console.log(color(auditSummary(report)));
}

function findingText({ rule, silence, hint, ...finding }: ReportedFinding): string {
  const paste = silence === undefined ? [] : [`Or say why it is so, in a comment above: ${silence}`];
  const hints = [...(hint === undefined ? [] : [hint]), ...paste].join("\n  → ");
  return diagnosticText({ ...finding, code: rule, ...(hints !== "" && { hint: hints }) });
}
