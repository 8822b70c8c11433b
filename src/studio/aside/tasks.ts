import type { Secret } from "../../simulator/redaction/needles.ts";
import type { Edit } from "../../simulator/run/stage.ts";
import type { Asked, RunComparison, RunDetail, RunRow } from "../api.ts";
import type { Previewed, ToSave } from "../saved-test/preview.ts";
import type { AnswerNote } from "../session/detail.ts";
import type { EditedParts } from "../session/restored.ts";

/** A run that has ended, as the thread keeps it. */
export interface Ended {
  readonly id: string;
  /** Its report as JSON, with the secrets in it; absent where the run could not begin. */
  readonly report?: string | undefined;
  readonly secrets: readonly Secret[];
}

/** Each task with what it takes and gives. All of it can be cloned. */
export interface Tasks {
  /** The texts of the detail are given apart, in the order of their ids. */
  detail: {
    takes: {
      row: RunRow;
      asked: Asked | null;
      now: string;
      answers: readonly (AnswerNote | undefined)[];
    };
    gives: { detail: RunDetail; texts: readonly string[] };
  };
  compare: { takes: { left: RunRow; right: RunRow }; gives: RunComparison };
  /** The parts of a run that edits replace, without secrets. */
  edited: { takes: { id: string; edits: readonly Edit[] }; gives: EditedParts[] };
  preview: { takes: ToSave; gives: Previewed };
}

export type TaskName = keyof Tasks;
export type Takes<Name extends TaskName> = Tasks[Name]["takes"];
export type Gives<Name extends TaskName> = Tasks[Name]["gives"];

/** A message to the thread. */
export type ToThread =
  | { readonly keep: Ended }
  | { readonly forget: string }
  | { readonly task: number; readonly name: TaskName; readonly takes: unknown };

/** The end of a task. */
export type FromThread = { readonly task: number } & (
  | { readonly gives: unknown }
  | { readonly failure: { readonly fault: string; readonly hint?: string | undefined } }
  /** A defect, as its stack. */
  | { readonly defect: string }
);
