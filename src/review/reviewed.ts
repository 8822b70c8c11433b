import { basename, isAbsolute, relative, resolve } from "node:path";
import type { AuditReport, ReportedFinding } from "../audit/audit.ts";
import { type Es5Script, textAround } from "../compiler/wrap.ts";
import type { DiffReport, Version } from "../metadata/diff/diff.ts";
import type { Metadata } from "../model/definitions.ts";
import type { Cache } from "../source/cache.ts";
import type { Discovered } from "../source/discover.ts";
import { type FindingsByPart, findingsByPart } from "./findings-by-part.ts";
import { type MethodSource, methodSources } from "./method-sources.ts";
import { type ScriptParts, scriptParts, sortedParts } from "./script-parts.ts";
import { type KnownSecrets, knownSecretsOf } from "./secrets.ts";
import { type ShownOperation, shownOperations } from "./shown-operations.ts";

/** An integration, as it is reviewed. */
export interface ReviewedIntegration {
  readonly metadata: Metadata;
  /** The hash in the header of zap.js. */
  readonly hash: string;
  readonly bytes: number;
  readonly operations: {
    readonly triggers: readonly ShownOperation[];
    readonly actions: readonly ShownOperation[];
    readonly searches: readonly ShownOperation[];
  };
  readonly parts: ScriptParts;
  /** True if the parts are zap.js: a secret is taken out of them else. */
  readonly isComplete: boolean;
  /** By the names of the methods in `Zap`. */
  readonly sources: ReadonlyMap<string, MethodSource>;
  readonly audit: AuditReport;
  /** The findings of the audit. */
  readonly found: FindingsByPart;
  /** The differences from an earlier version. */
  readonly comparison?: ReviewComparison;
  /** The methods that recordings were replayed with; undefined where none was given. */
  readonly exercised?: ReadonlySet<string>;
  readonly withheld: KnownSecrets;
}

/** An earlier version, and what is different from it. */
export interface ReviewComparison {
  readonly report: DiffReport;
  readonly before: Version;
}

/** The input of a review. */
export interface ReviewInput {
  readonly discovered: Discovered;
  readonly metadata: Metadata;
  readonly script: Pick<Es5Script, "code" | "sections" | "map">;
  readonly audit: AuditReport;
  readonly comparison?: ReviewComparison | undefined;
  readonly exercised?: ReadonlySet<string> | undefined;
  /** The values that the user typed to connect the account of the recordings: its secrets must not be seen. */
  readonly account?: { readonly [key: string]: unknown };
}

/** Brings together what the page shows. Nothing in it depends on the time or on where the sources stand. */
export function reviewedOf(given: ReviewInput, cache: Cache): ReviewedIntegration {
  const { discovered, script, comparison, exercised, account = {} } = given;
  const written = methodSources(discovered);
  const before = comparison?.before;
  const code = [
    textAround(script),
    ...script.sections.map((section) => section.code),
    ...(before?.script === undefined ? [] : [before.script]),
    ...textsByFile([...written.values()]),
  ];
  const withheld = knownSecretsOf(
    {
      metadata: [given.metadata, ...(before ? [before.metadata] : [])],
      code,
      account,
    },
    cache,
  );
  const shown = <T>(value: T): T => {
    const text = JSON.stringify(value);
    const without = withheld.text(text);
    return without === text ? value : JSON.parse(without);
  };
  const metadata = shown(given.metadata);
  const audit = shown(inDirectory(given.audit, discovered.directory));
  const zap = withheld.text(script.code);
  return {
    metadata,
    hash: script.map.x_zapc_file,
    bytes: Buffer.byteLength(script.code),
    operations: {
      triggers: shownOperations("triggers", metadata, cache),
      actions: shownOperations("actions", metadata, cache),
      searches: shownOperations("searches", metadata, cache),
    },
    parts: sortedParts(scriptParts(zap)),
    isComplete: zap === script.code,
    sources: new Map(
      [...written].map(([name, source]) => [
        name,
        source.text === undefined ? source : { ...source, text: withheld.text(source.text) },
      ]),
    ),
    audit,
    found: findingsByPart(audit),
    ...(comparison && { comparison: shown(comparison) }),
    ...(exercised && { exercised }),
    withheld,
  };
}

/** The texts of the methods of each file: the facts about a file are kept while none of them changes. */
function textsByFile(sources: readonly MethodSource[]): string[] {
  const texts = new Map<string, string>();
  for (const { file, text = "" } of sources) texts.set(file, `${texts.get(file) ?? ""}${text}\n`);
  return [...texts.values()];
}

/** A report whose files are named as they are inside the scripting directory. */
function inDirectory({ findings, silenced, known, ...report }: AuditReport, directory: string): AuditReport {
  const inside = <F extends ReportedFinding>(finding: F): F => {
    const path = relative(directory, resolve(finding.file)).replaceAll("\\", "/");
    if (!path.startsWith("..")) return { ...finding, file: path };
    return isAbsolute(finding.file) ? { ...finding, file: basename(finding.file) } : finding;
  };
  return {
    ...report,
    findings: findings.map(inside),
    silenced: silenced.map(inside),
    known: known.map(inside),
  };
}
