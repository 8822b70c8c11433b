import type { Secret } from "../../simulator/redaction/needles.ts";
import type { Edit } from "../../simulator/run/stage.ts";
import type { RunComparison, RunDetail, RunRequest, RunRow } from "../api.ts";
import type { Previewed, TestDraft } from "../saved-test/preview.ts";
import type { AnswerNote } from "../session/detail.ts";
import type { EditableParts } from "../session/restored.ts";

/** A run that has ended, as the thread keeps it. */
export interface EndedRun {
  readonly id: string;
  /** Its report as JSON, with the secrets in it; absent where the run could not begin. */
  readonly report?: string | undefined;
  readonly secrets: readonly Secret[];
}

/** Each task with its input and its output. Both can be cloned. */
export interface Tasks {
  /** The texts of the detail are given apart, in the order of their ids. */
  detail: {
    input: {
      row: RunRow;
      asked: RunRequest | null;
      now: string;
      answers: readonly (AnswerNote | undefined)[];
    };
    output: { detail: RunDetail; texts: readonly string[] };
  };
  compare: { input: { left: RunRow; right: RunRow }; output: RunComparison };
  /** The parts of a run that edits replace, without secrets. */
  edited: { input: { id: string; edits: readonly Edit[] }; output: EditableParts[] };
  preview: { input: TestDraft; output: Previewed };
}

export type TaskName = keyof Tasks;
export type TaskInput<Name extends TaskName> = Tasks[Name]["input"];
export type TaskOutput<Name extends TaskName> = Tasks[Name]["output"];

/** A message to the thread. */
export type MessageToThread =
  | { readonly keep: EndedRun }
  | { readonly forget: string }
  | { readonly task: number; readonly name: TaskName; readonly input: unknown };

/** A message of the thread: the end of a task. */
export type MessageFromThread = { readonly task: number } & (
  | { readonly output: unknown }
  | { readonly failure: { readonly fault: string; readonly hint?: string | undefined } }
  /** A defect, as its stack. */
  | { readonly defect: string }
);
