import type { StepResults } from "../metadata/recorded-runs.ts";
import type { RuleFinding } from "../metadata/rules/rule.ts";
import type { Metadata } from "../model/definitions.ts";
import type { ScriptFacts } from "./script-facts.ts";

/** The severity of a finding. A rule that is `off` is not checked. */
export type Severity = "error" | "warning" | "off";

/** The severity of some rules, by their ids. */
export interface Severities {
  readonly [rule: string]: Severity;
}

/** The integration that is audited. */
export interface AuditSubject {
  readonly metadata: Metadata;
  /** Absent where the sources cannot be built. */
  readonly script?: ScriptFacts;
  /** Reads a file beside app.ts; undefined when there is none. Absent where no sources are at hand. */
  readonly readBesideApp?: (path: string) => Uint8Array | undefined;
  /** The results of steps on the simulator; absent where none was asked. */
  readonly results?: readonly StepResults[];
}

/** Something that a rule finds: at a place of the metadata or of the script. */
export type AuditFinding = RuleFinding | ScriptFinding;

/** Something that a rule finds in zap.js. */
export interface ScriptFinding {
  readonly message: string;
  readonly hint?: string;
  /** The place in zap.js, both from 1. */
  readonly place: { readonly line: number; readonly column: number };
}

/** An input of a rule besides the metadata. */
export type RuleInput = "script" | "sources" | "results";

/** A condition that an integration has to meet before the platform runs it. */
export interface AuditRule {
  /** The platform's own id where it makes the same check, else a name. */
  readonly id: string;
  /** The condition, as a sentence of the documentation. */
  readonly about: string;
  /** The severity, unless the file of severities says another. */
  readonly severity: Severity;
  readonly needs?: RuleInput;
  /** An input besides the metadata that it reads where it is at hand. */
  readonly reads?: RuleInput;
  readonly check: (subject: AuditSubject) => AuditFinding[];
}
