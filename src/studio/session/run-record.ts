import type { Json } from "../../model/bundles/shared.ts";
import { Failure } from "../../model/failure.ts";
import type { FieldValues } from "../../simulator/fields/field-values.ts";
import type { RunReport } from "../../simulator/index.ts";
import type { Secret } from "../../simulator/redaction/needles.ts";
import type { Edit } from "../../simulator/run/stage.ts";
import type { RunRequest, RunRow } from "../api.ts";
import type { Simulation } from "../run-calls.ts";
import type { RunExchange } from "./answering.ts";

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

/** A step of a run, with its time and the answers that it got: it can be done again. */
export interface RunStep {
  /** The time that the script's clock shows. */
  readonly now: string;
  readonly perform: (on: Simulation, edits?: readonly Edit[]) => Promise<Report>;
  /** The request of the user; absent where the page or the studio asked by itself. */
  readonly asked?: RunRequest | undefined;
  readonly edits?: readonly Edit[] | undefined;
  /** The requests of it, and their answers. */
  readonly exchanges: RunExchange[];
  /** True once its answers were forgotten: then it cannot be done again. */
  isForgotten?: true;
}

/** A run in the history. */
export interface RunRecord {
  row: RunRow;
  readonly asked: RunRequest | null;
  /** The steps before it, on the same simulator, and its own, the last: a poll of a Zap comes after turning it on. */
  readonly steps: readonly RunStep[];
  /** The values of the account that it was made with. */
  readonly account: FieldValues;
  /** Absent until it has ended, and where it could not begin. */
  report?: Report;
  /** A text of it without secrets. */
  readonly redacted: (text: string) => string;
  /** The values that are secret in it. */
  readonly secrets: () => readonly Secret[];
  /** Resolves when it has ended, however. */
  readonly ended: Promise<void>;
  /** Ends it at once. */
  readonly cancel: () => void;
}

/**
 * The steps of a run, to be done again.
 *
 * @throws {Failure} where one of them was forgotten.
 */
export function stepsAgain({ steps, row }: RunRecord): readonly RunStep[] {
  if (!steps.some(({ isForgotten }) => isForgotten)) return steps;
  throw new Failure(
    `Failed to do run #${row.number} again: an earlier run of its Zap is no longer in the list.`,
    {
      hint: "Turn the Zap on anew.",
    },
  );
}

/** The step that is the run's own. */
export function ownStep({ steps }: RunRecord): RunStep {
  return steps.at(-1) as RunStep;
}
