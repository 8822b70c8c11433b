import { performance } from "node:perf_hooks";
import { Failure } from "../../model/failure.ts";
import type { RawResponse } from "../protocol.ts";
import type { Edit, Stage } from "./stage.ts";

type StageKind = Stage["kind"];
type Content<K extends StageKind> = Omit<Extract<Stage, { kind: K }>, "kind" | "at" | "took">;
type StageEdit = Extract<Edit, { stage: number }>;
type StagePart = "bundle" | "result" | "request";
type StageEdits = {
  readonly [part in StagePart]: Extract<StageEdit, { readonly [name in part]: unknown }>[part];
};

/** The parts of each stage that an edit can replace. */
const editable: { readonly [kind in StageKind]: readonly StagePart[] } = {
  prepared: [],
  method: ["bundle", "result"],
  sent: ["request"],
  items: [],
  dedupe: [],
};

/** Counts the stages of one run, writes them down where that is asked for, and hands out the edits. */
export class StageLog {
  readonly #started = performance.now();
  readonly #kept: Stage[] | undefined;
  readonly #edits: readonly Edit[];
  readonly #used = new Set<Edit>();
  #begun = 0;

  constructor({ keeps, edits }: { readonly keeps: boolean; readonly edits: readonly Edit[] }) {
    this.#kept = keeps ? [] : undefined;
    this.#edits = edits;
  }

  /** The stages that have ended; undefined where they are not written down. */
  get stages(): Stage[] | undefined {
    // A stage that has not ended has left a hole.
    return this.#kept?.filter(Boolean);
  }

  /** Begins the next stage. Throws a Failure where an edit of it does not fit. */
  begin<K extends StageKind>(kind: K): OpenStage<K> {
    const index = this.#begun;
    this.#begun += 1;
    const edit = this.#editOf(index, kind);
    if (edit) this.#used.add(edit);
    const at = performance.now() - this.#started;
    return {
      keeps: this.#kept !== undefined,
      edited: (part) => (edit as Partial<StageEdits> | undefined)?.[part],
      end: (content) => {
        const took = performance.now() - this.#started - at;
        if (this.#kept) this.#kept[index] = { kind, at, took, ...content } as unknown as Stage;
      },
    };
  }

  /** The answer that an edit gives to a request of this index, in place of the API. */
  answer(request: number): RawResponse | undefined {
    const edit = this.#edits.find((edit) => "answer" in edit && edit.answer === request);
    if (!edit || !("answer" in edit)) return undefined;
    this.#used.add(edit);
    const { status, headers, body } = edit.response;
    return { status, headers, bytes: Buffer.from(body) };
  }

  /** Throws a Failure where an edit was not used. */
  checkEdits(task: string): void {
    const unused = this.#edits.find((edit) => !this.#used.has(edit));
    if (!unused) return;
    const [name, number] = "answer" in unused ? ["request", unused.answer] : ["stage", unused.stage];
    throw new Failure(`Failed to ${task}: an edit names ${name} ${number}, and the run had none.`, {
      hint: "Indexes count from 0, in run.stages and run.requests.",
    });
  }

  /** The edit of a stage. Throws a Failure where it does not fit. */
  #editOf(index: number, kind: StageKind): StageEdit | undefined {
    const edit = this.#edits.find((edit): edit is StageEdit => "stage" in edit && edit.stage === index);
    if (!edit || editable[kind].some((part) => part in edit)) return edit;
    const parts = editable[kind].map((part) => `\`${part}\``).join(" or ") || "nothing";
    throw new Failure(
      `Failed to edit stage ${index}: it is of kind "${kind}", of which ${parts} can be edited.`,
    );
  }
}

/** A stage that has begun. */
export interface OpenStage<K extends StageKind> {
  /** False where stages are not written down, and nothing needs to be copied for them. */
  readonly keeps: boolean;
  /** The value that an edit gives to a part of the stage. */
  edited<P extends StagePart>(part: P): StageEdits[P] | undefined;
  /** Ends the stage, and writes it down. */
  end(content: Content<K>): void;
}
