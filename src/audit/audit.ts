import type { Metadata } from "../model/definitions.ts";
import { Cache } from "../source/cache.ts";
import { isSilencing, type Silence, silenceLine } from "../source/silences.ts";
import type { AuditFinding, AuditRule, AuditSubject, Severities, Severity } from "./rule.ts";
import { auditRules, ownRules } from "./rules.ts";

/** The place of a finding. */
export interface AuditPlace {
  /** As the user gave it, or absolute. */
  readonly file: string;
  /** From 1; absent where the whole file is meant. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
}

/** The place of a finding, and its message with the names that it has there. */
interface FindingPlace extends AuditPlace {
  readonly message: string;
  /** The file inside the scripting directory that a finding in the script comes from. */
  readonly source?: string;
}

/** An integration, and how its findings are placed and silenced. */
export interface AuditInput {
  readonly subject: AuditSubject;
  readonly placeOf: (finding: AuditFinding) => FindingPlace;
  /** The comments that silence findings; undefined where the files cannot have any. */
  readonly silences?: readonly Silence[];
  /** The results of earlier audits. */
  readonly cache?: Cache;
}

/** A finding of a rule. */
export interface ReportedFinding extends AuditPlace {
  /** The platform's id of the check, or zapc's name. */
  readonly rule: string;
  readonly severity: Exclude<Severity, "off">;
  readonly message: string;
  /** The advice. */
  readonly hint?: string;
  /** The part of the integration: `app`, `triggers/new_ticket/fields/queue`; of the script its file. */
  readonly entity: string;
  /** A JSON pointer into the metadata. */
  readonly path?: string;
  /** The comment that silences it at its place. */
  readonly silence?: string;
}

/** A finding that a comment silences. */
export interface SilencedFinding extends ReportedFinding {
  readonly reason: string;
}

/** Findings that are known, by rule and by the part of the integration. */
export interface BaselineEntry {
  readonly rule: string;
  readonly entity: string;
  readonly count: number;
}

/** The result of an audit. */
export interface AuditReport {
  /** True if there are no findings. */
  readonly ok: boolean;
  readonly findings: readonly ReportedFinding[];
  /** Those that comments silence. */
  readonly silenced: readonly SilencedFinding[];
  /** Those of the baseline. */
  readonly known: readonly ReportedFinding[];
  /** Rules that could not be checked, and why. */
  readonly unchecked: readonly { readonly rule: string; readonly why: string }[];
}

interface AuditSettings {
  readonly severities?: Severities;
  readonly baseline?: { readonly file: string; readonly findings: readonly BaselineEntry[] };
}

/** Checks every rule, and sets aside what comments and the baseline silence. */
export function audit(input: AuditInput, { severities = {}, baseline }: AuditSettings = {}): AuditReport {
  const rules = auditRules
    .map((rule) => ({ ...rule, severity: severities[rule.id] ?? rule.severity }))
    .filter(({ severity }) => severity !== "off");
  const checked = rules.filter((rule) => isAtHand(rule, input.subject));
  const ofMetadata = findingsInMetadata(input);
  const found = checked.flatMap((rule) =>
    (ofMetadata[rule.id] ?? rule.check(input.subject)).map((finding) =>
      reportedFinding(input, finding, rule),
    ),
  );
  const { silenced, loud } = withoutSilenced(found, input.silences ?? []);
  const { known, left } = withoutKnown(loud, baseline?.findings ?? []);
  const own = ownFindings({ ...input, found, known, checked, baseline }).flatMap((finding) => {
    const severity = severities[finding.rule] ?? severityOfOwn(finding.rule);
    return severity === "off" ? [] : [{ ...finding, severity }];
  });
  const findings = [...left, ...own].sort(byPlace);
  return {
    ok: findings.length === 0,
    findings,
    silenced: silenced.sort(byPlace),
    known: known.sort(byPlace),
    unchecked: rules
      .filter((rule) => !checked.includes(rule))
      .map(({ id, needs }) => ({ rule: id, why: whyUnchecked[needs as keyof typeof whyUnchecked] })),
  };
}

/** The findings of the rules that read nothing but the metadata, which most edits leave as it is. */
function findingsInMetadata({ subject: { metadata }, cache = new Cache() }: AuditInput): {
  readonly [rule: string]: AuditFinding[];
} {
  return cache.recallNow(["audit", JSON.stringify(metadata)], () => {
    const rules = auditRules.filter(({ needs, reads }) => needs === undefined && reads === undefined);
    return Object.fromEntries(rules.map(({ id, check }) => [id, check({ metadata })]));
  });
}

const whyUnchecked = {
  script: "the sources cannot be built",
  sources: "it needs the sources, not only what was built",
  results: "it needs recordings: `--recordings DIR`",
};

function isAtHand({ needs }: AuditRule, { script, readBesideApp, results }: AuditSubject): boolean {
  if (needs === "script") return script !== undefined;
  if (needs === "sources") return readBesideApp !== undefined;
  return needs !== "results" || results !== undefined;
}

function reportedFinding(
  { subject, placeOf, silences }: AuditInput,
  found: AuditFinding,
  { id, severity }: { id: string; severity: Severity },
): ReportedFinding {
  const { file, source, line, column, message } = placeOf(found);
  return {
    rule: id,
    severity: severity as ReportedFinding["severity"],
    message,
    ...(found.hint !== undefined && { hint: found.hint }),
    entity: "path" in found ? entityAt(subject.metadata, found.path) : (source ?? "app"),
    ...("path" in found && { path: found.path }),
    file,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(silences && { silence: silenceLine(id) }),
  };
}

function silencesFinding(silence: Silence, { rule, file, line }: ReportedFinding): boolean {
  return isSilencing(silence, { code: rule, file, ...(line !== undefined && { line }) });
}

function withoutSilenced(
  found: readonly ReportedFinding[],
  silences: readonly Silence[],
): { silenced: SilencedFinding[]; loud: ReportedFinding[] } {
  const silenced: SilencedFinding[] = [];
  const loud: ReportedFinding[] = [];
  for (const finding of found) {
    const reason = silences.find((it) => silencesFinding(it, finding))?.reason;
    const { silence: _, ...quiet } = finding;
    if (reason === undefined) loud.push(finding);
    else silenced.push({ ...quiet, reason });
  }
  return { silenced, loud };
}

type OwnFinding = Omit<ReportedFinding, "severity">;

/** An audit that has checked its rules. */
interface CheckedRules extends Pick<AuditInput, "silences"> {
  readonly found: readonly ReportedFinding[];
  readonly known: readonly ReportedFinding[];
  readonly checked: readonly AuditRule[];
  readonly baseline: AuditSettings["baseline"];
}

/** The faults of the comments and the baseline themselves. */
function ownFindings({ silences = [], found, known, checked, baseline }: CheckedRules): OwnFinding[] {
  // A rule that was not checked may have something to say there.
  const mayBeUsed = (rule: string) =>
    auditRules.some(({ id }) => id === rule) && !checked.some(({ id }) => id === rule);
  return [
    ...silences.filter(({ reason }) => reason === undefined).map(withoutReason),
    ...silences
      .filter(({ reason, rule }) => reason !== undefined && !mayBeUsed(rule))
      .filter((silence) => !found.some((finding) => silencesFinding(silence, finding)))
      .map(unusedSilence),
    ...(baseline?.findings ?? [])
      .filter(({ rule }) => !mayBeUsed(rule))
      .flatMap((entry) => unusedEntry(entry, known, baseline?.file ?? "")),
  ];
}

function severityOfOwn(rule: string): Severity {
  return ownRules.find(({ id }) => id === rule)?.severity ?? "error";
}

function withoutReason({ file, line, column, rule }: Silence): OwnFinding {
  const message = `The comment gives no reason why ${rule} does not hold here: it silences nothing.`;
  const hint = `Write ${silenceLine(rule)}`;
  return { rule: "ignore-without-reason", message, hint, entity: "app", file, line, column };
}

function unusedSilence({ file, line, column, rule }: Silence): OwnFinding {
  const isKnown = auditRules.some(({ id }) => id === rule);
  const message = `The comment silences ${rule}, ${isKnown ? "which finds nothing here" : "and there is no such rule"}.`;
  return { rule: "unused-ignore", message, hint: "Remove it.", entity: "app", file, line, column };
}

function withoutKnown(found: readonly ReportedFinding[], baseline: readonly BaselineEntry[]) {
  const left = new Map(baseline.map((entry) => [keyOf(entry), entry.count]));
  const known: ReportedFinding[] = [];
  const others: ReportedFinding[] = [];
  for (const finding of found) {
    const count = left.get(keyOf(finding)) ?? 0;
    left.set(keyOf(finding), count - 1);
    (count > 0 ? known : others).push(finding);
  }
  return { known, left: others };
}

function keyOf({ rule, entity }: Pick<BaselineEntry, "rule" | "entity">): string {
  return `${rule} ${entity}`;
}

function unusedEntry(
  { rule, entity, count }: BaselineEntry,
  known: readonly ReportedFinding[],
  file: string,
): OwnFinding[] {
  const found = known.filter((it) => it.rule === rule && it.entity === entity).length;
  if (found >= count) return [];
  const message = `The baseline has ${rule} of ${entity} ${times(count)}, and it is found ${found === 0 ? "no more" : `${times(found)} only`}.`;
  const hint = "Write the baseline again: `zapc audit --update-baseline`.";
  return [{ rule: "unused-ignore", message, hint, entity, file }];
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

/** The baseline that knows all of these findings. */
export function baselineOf(findings: readonly ReportedFinding[]): BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const { rule, entity } of findings) {
    if (ownRules.some(({ id }) => id === rule)) continue;
    const key = keyOf({ rule, entity });
    entries.set(key, { rule, entity, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  return [...entries.values()].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

function byPlace(one: ReportedFinding, other: ReportedFinding): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return (
    (one.line ?? 0) - (other.line ?? 0) ||
    (one.column ?? 0) - (other.column ?? 0) ||
    (one.rule < other.rule ? -1 : one.rule > other.rule ? 1 : 0)
  );
}

/** `2 errors and 1 warning; 3 silenced, 1 known to the baseline` */
export function auditSummary({ findings, silenced, known }: AuditReport): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.length - errors;
  const found = [counted(errors, "error"), counted(warnings, "warning")].filter(Boolean).join(" and ");
  const aside = [
    silenced.length > 0 && `${silenced.length} silenced`,
    known.length > 0 && `${known.length} known to the baseline`,
  ].filter(Boolean);
  return [found || "no findings", aside.join(", ")].filter(Boolean).join("; ");
}

function counted(number: number, noun: string): string | undefined {
  if (number === 0) return undefined;
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/**
 * The part of the integration that a place of the metadata belongs to, by its keys: "/triggers/3/fields/1/help_text" ->
 * `triggers/new_ticket/fields/queue`. It stays the same where others come before it.
 */
export function entityAt(metadata: Metadata, path: string): string {
  const [, list = "", index = "", part, field = ""] = path.split("/");
  if (list === "app") {
    const { auth } = metadata.app;
    if (index !== "auth") return "app";
    const key = part === "fields" && "fields" in auth ? auth.fields[Number(field)]?.key : undefined;
    return key === undefined ? "app" : `app/fields/${key}`;
  }
  if (list !== "triggers" && list !== "actions" && list !== "searches") return "app";
  const step = metadata[list][Number(index)];
  const key = part === "fields" ? step?.fields[Number(field)]?.key : undefined;
  return `${list}/${step?.key ?? index}${key === undefined ? "" : `/fields/${key}`}`;
}
