import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import colors from "picocolors";
import { type AuditInput, type AuditReport, audit, auditSummary } from "../audit/audit.ts";
import { auditedFiles, auditedSources } from "../audit/audited.ts";
import { readBaseline, readSeverities } from "../audit/files.ts";
import { checklistOf, headlines } from "../deliver/checklist.ts";
import {
  type Delivery,
  type DeliveryTask,
  deliveredVersion,
  deliveryOf,
  readDelivery,
  todoOf,
  writeDelivery,
} from "../deliver/delivery.ts";
import type { AppExport } from "../export/app-directory.ts";
import { type DiffReport, diff } from "../metadata/diff/diff.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { Failure } from "../model/failure.ts";
import { printDiff } from "./diff.ts";
import { earlierBuilds } from "./earlier-builds.ts";
import { type ExportedBuild, exportApp, printAppExport, readExported } from "./export.ts";
import { openInBrowser } from "./open-in-browser.ts";
import { printDiagnostics } from "./print.ts";
import type { ExitCode } from "./report-error.ts";
import { staleWarning } from "./stale-warning.ts";

export interface DeliverOptions {
  readonly dist: string;
  readonly scripting: string;
  readonly record: string;
  readonly delivered?: string;
  readonly cli?: string;
  readonly open?: true;
  readonly force?: true;
  readonly json?: true;
}

/** The report of `zapc deliver`, as `--json` prints it. */
interface DeliverReport {
  /** True if nothing breaks live Zaps, the audit is clean, and the app was exported where that was asked for. */
  readonly ok: boolean;
  readonly todo: DeliveryTask;
  readonly last?: Delivery;
  /** The changes since; absent where the last delivery is not in Git's history. */
  readonly changes?: DiffReport;
  readonly audit: AuditReport;
  readonly app?: AppExport & { readonly ok: boolean };
  readonly checklist: readonly string[];
  /** A warning where the build is older than the sources. */
  readonly diagnostics: readonly Diagnostic[];
}

/** `zapc deliver`: says what is to be done to bring a build to the platform. It never uploads anything. */
export async function deliverCommand(options: DeliverOptions): Promise<ExitCode> {
  const build = readExported(options.dist);
  if (options.delivered !== undefined) return recordDelivery(build, options.delivered, options);
  const report = await deliver(build, options);
  if (options.json) console.log(JSON.stringify(report, null, 2));
  else printReport(report, options);
  if (options.open) openReview(options.dist);
  return report.ok ? 0 : 1;
}

function recordDelivery(
  { script, metadata }: ExportedBuild,
  date: string,
  { record, force, json }: DeliverOptions,
): ExitCode {
  const delivery = deliveryOf(script, metadata, date);
  writeDelivery(record, delivery, { force });
  if (json) console.log(JSON.stringify({ ok: true, file: record, ...delivery }, null, 2));
  else console.log(`${record}: delivered on ${date}. Commit it.`);
  return 0;
}

async function deliver(build: ExportedBuild, options: DeliverOptions): Promise<DeliverReport> {
  const { dist, record, cli, force = false } = options;
  const { script, metadata } = build;
  const last = readDelivery(record);
  const todo = todoOf(script, metadata, last);
  const before = last && todo !== "nothing" ? await deliveredVersion(last, dist) : undefined;
  const changes = before && (await diff(before, { name: dist, metadata, script }));
  const audited = await auditOf(build, options);
  const app =
    cli === undefined
      ? undefined
      : exportApp(build, cli, { into: existsSync(join(cli, "package.json")), force });
  const places = {
    ...{ dist, record, version: metadata.app.version, ...(cli !== undefined && { cli }) },
    hasReview: existsSync(join(dist, "REVIEW.md")),
  };
  return {
    ok: (changes?.ok ?? true) && audited.ok && (app?.ok ?? true),
    todo,
    ...(last && { last }),
    ...(changes && { changes }),
    audit: audited,
    ...(app && { app }),
    checklist: checklistOf(todo, places),
    diagnostics: await staleWarning(dist),
  };
}

async function auditOf(build: ExportedBuild, options: DeliverOptions): Promise<AuditReport> {
  const baseline = readBaseline(undefined);
  const severities = readSeverities(undefined);
  return audit(await auditedOf(build, options), { severities, ...(baseline && { baseline }) });
}

/** The sources of a build, which say what is silenced; the build itself where the sources are not there, or give another. */
async function auditedOf(
  { script }: ExportedBuild,
  { scripting, dist }: DeliverOptions,
): Promise<AuditInput> {
  if (existsSync(scripting)) {
    const cache = earlierBuilds(resolve(scripting));
    const { compiled, ...audited } = await auditedSources(scripting, cache);
    cache.save({ ok: compiled !== undefined });
    if (compiled?.script.code === script) return audited;
  }
  return auditedFiles(dist);
}

function printReport(
  { todo, last, changes, audit, app, checklist, diagnostics }: DeliverReport,
  { cli, dist, scripting }: DeliverOptions,
): void {
  printDiagnostics(diagnostics);
  const since = last ? ` Last delivery: ${last.date}.` : "";
  console.log(`${colors.bold(headlines[todo])}${since}\n`);
  if (changes) {
    printDiff(changes);
    console.log("");
  } else if (last && todo !== "nothing")
    console.log(
      `${colors.yellow("The changes are not known: Git's history does not have the build that was delivered.")}\n`,
    );
  const auditCommand = existsSync(scripting) ? "zapc audit" : `zapc audit --dist ${dist}`;
  const color = audit.ok ? colors.green : colors.yellow;
  console.log(
    `${color(`Audit: ${auditSummary(audit)}`)}${audit.ok ? "" : `. \`${auditCommand}\` shows them.`}\n`,
  );
  if (app && cli !== undefined) printAppExport(app, cli);
  checklist.forEach((step, index) => {
    console.log(`${String(index + 1).padStart(2)}. [ ] ${step}`);
  });
}

function openReview(dist: string): void {
  const page = resolve(dist, "review.html");
  if (!existsSync(page))
    throw new Failure(`Failed to open ${page}: there is no such file.`, {
      hint: "Build again: `zapc build`.",
    });
  openInBrowser(page);
}
