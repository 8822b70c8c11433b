import type { Json } from "../../model/bundles/shared.ts";
import type { FieldValues } from "../../simulator/fields/field-values.ts";
import type { RunReport } from "../../simulator/index.ts";
import type { Edit } from "../../simulator/run/stage.ts";
import type { Asked, RunRow } from "../api.ts";
import type { On } from "../asked-calls.ts";
import type { GivenAnswer } from "./answering.ts";

/** The report of any run, with what one or the other kind gives. */
export interface Report extends RunReport {
  readonly items?: readonly Json[];
  readonly result?: unknown;
  readonly samples?: readonly Json[];
  readonly choices?: unknown;
  readonly fields?: unknown;
  readonly value?: Json;
  readonly file?: { readonly filename: string; readonly content_type: string; readonly content: Uint8Array };
}

/** Something that was done at a time, with the answers that it got: it can be done again. */
export interface Step {
  /** The time that the script's clock shows. */
  readonly now: string;
  readonly perform: (on: On, edits?: readonly Edit[]) => Promise<Report>;
  /** The request of the user; absent where the page or the studio asked by itself. */
  readonly asked?: Asked | undefined;
  readonly edits?: readonly Edit[] | undefined;
  /** The requests of it, and their answers. */
  readonly given: GivenAnswer[];
}

/** A run in the history. */
export interface RunRecord {
  row: RunRow;
  readonly asked: Asked | null;
  /** The steps before it, on the same simulator, and its own, the last: a poll of a Zap comes after turning it on. */
  readonly steps: readonly Step[];
  /** The values of the account that it was made with. */
  readonly account: FieldValues;
  /** Absent until it has ended, and where it could not begin. */
  report?: Report;
  /** A text of it without secrets. */
  redacted: (text: string) => string;
  /** Resolves when it has ended, however. */
  readonly ended: Promise<void>;
  /** Ends it at once. */
  readonly cancel: () => void;
}

/** The step that is the run's own. */
export function ownStep({ steps }: RunRecord): Step {
  return steps.at(-1) as Step;
}
