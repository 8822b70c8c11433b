import { basename, isAbsolute, relative, resolve } from "node:path";
import type { AuditReport, Finding } from "../audit/audit.ts";
import type { DiffReport, Version } from "../metadata/diff/diff.ts";
import type { Metadata } from "../model/definitions.ts";
import type { Cache } from "../source/cache.ts";
import type { Discovered } from "../source/discover.ts";
import { type MethodSource, methodSources } from "./method-sources.ts";
import { type Operation, operationsOf } from "./operations.ts";
import { type ScriptParts, scriptParts, sortedParts } from "./script-parts.ts";
import { type Withheld, withheldOf } from "./secrets.ts";

/** An integration, as it is reviewed. */
export interface Reviewed {
  readonly metadata: Metadata;
  /** The hash in the header of zap.js. */
  readonly hash: string;
  readonly bytes: number;
  readonly operations: {
    readonly triggers: readonly Operation[];
    readonly actions: readonly Operation[];
    readonly searches: readonly Operation[];
  };
  readonly parts: ScriptParts;
  /** True if the parts are zap.js: a secret is taken out of them else. */
  readonly isComplete: boolean;
  /** By the names of the methods in `Zap`. */
  readonly sources: ReadonlyMap<string, MethodSource>;
  readonly audit: AuditReport;
  /** The differences from an earlier version. */
  readonly comparison?: ReviewComparison;
  /** The methods that recordings were replayed with; undefined where none was given. */
  readonly exercised?: ReadonlySet<string>;
  readonly withheld: Withheld;
}

/** An earlier version, and what is different from it. */
export interface ReviewComparison {
  readonly report: DiffReport;
  readonly before: Version;
}

/** The input of a review. */
export interface ToReview {
  readonly discovered: Discovered;
  readonly metadata: Metadata;
  readonly script: { readonly code: string; readonly map: { readonly x_zapc_file: string } };
  readonly audit: AuditReport;
  readonly comparison?: ReviewComparison | undefined;
  readonly exercised?: ReadonlySet<string> | undefined;
  /** The values that the user typed to connect the account of the recordings: its secrets must not be seen. */
  readonly account?: { readonly [key: string]: unknown };
}

/** Brings together what the page shows. Nothing in it depends on the time or on where the sources stand. */
export function reviewedOf(given: ToReview, cache: Cache): Reviewed {
  const { discovered, script, comparison, exercised, account = {} } = given;
  const written = methodSources(discovered);
  const before = comparison?.before;
  const code = [script.code, before?.script, ...[...written.values()].map(({ text }) => text)];
  const withheld = withheldOf(
    {
      metadata: [given.metadata, ...(before ? [before.metadata] : [])],
      code: code.flatMap((text) => text ?? []),
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
  const zap = withheld.text(script.code);
  return {
    metadata,
    hash: script.map.x_zapc_file,
    bytes: Buffer.byteLength(script.code),
    operations: {
      triggers: operationsOf("triggers", metadata),
      actions: operationsOf("actions", metadata),
      searches: operationsOf("searches", metadata),
    },
    parts: sortedParts(scriptParts(zap)),
    isComplete: zap === script.code,
    sources: new Map(
      [...written].map(([name, source]) => [
        name,
        source.text === undefined ? source : { ...source, text: withheld.text(source.text) },
      ]),
    ),
    audit: shown(inDirectory(given.audit, discovered.directory)),
    ...(comparison && { comparison: shown(comparison) }),
    ...(exercised && { exercised }),
    withheld,
  };
}

/** A report whose files are named as they are inside the scripting directory. */
function inDirectory({ findings, silenced, known, ...report }: AuditReport, directory: string): AuditReport {
  const inside = <F extends Finding>(finding: F): F => {
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
