import { Failure } from "../../model/failure.ts";
import type { TestPreview } from "../api.ts";
import type { Previewed, TestDraft } from "../saved-test/preview.ts";
import { saveTest } from "../saved-test/save.ts";
import type { SavedExchange } from "../saved-test/saved-step.ts";
import type { RunWorker } from "../worker/run-worker.ts";
import type { RunExchange } from "./answering.ts";
import { type RunRecord, stepsAgain } from "./run-record.ts";
import type { Workshop } from "./workshop.ts";

/** The folder in which tests are saved, and the script that they run. */
export type TestsPlace = Pick<TestDraft, "root" | "folder" | "named">;

/** A preview that was shown. */
export interface PreviewRef {
  readonly run: string;
  readonly name: string;
  readonly hash: string;
}

/** The tests that runs become: each was shown before it is written. */
export class SavedTests {
  readonly #workshop: Workshop;
  readonly #place: TestsPlace;
  readonly #worker: RunWorker;
  readonly #previews = new Map<string, Previewed>();

  constructor({ workshop, worker, place }: { workshop: Workshop; worker: RunWorker; place: TestsPlace }) {
    this.#workshop = workshop;
    this.#worker = worker;
    this.#place = place;
  }

  /** The test that a run would become. Nothing is written. */
  async preview(record: RunRecord, name: string): Promise<TestPreview> {
    const steps = stepsAgain(record).map(({ now, asked, edits, exchanges }) => {
      if (asked) return { now, asked, edits, exchanges: exchanges.map(cloneable) };
      throw new Failure(`Failed to save run #${record.row.number}: a test begins with what a Zap does.`, {
        hint: "Save a test, a poll, a hook, an action or a search.",
      });
    });
    const { file, given, metadata } = this.#workshop.goodScript;
    const { id, runtime } = record.row;
    const setup = { script: file, ...(given !== undefined && { metadata: given }), runtime };
    const previewed = await this.#worker.ask("preview", {
      ...{ name, steps, auth: metadata.app.auth, ...this.#place },
      setup: { ...setup, auth_fields: record.account, ...this.#workshop.client },
    });
    this.#previews.set(keyOf({ run: id, name, hash: previewed.hash }), previewed);
    const { before, ...shown } = previewed;
    return shown;
  }

  /** Writes the files of a preview. Gives their paths. */
  save(preview: PreviewRef): string[] {
    const previewed = this.#previews.get(keyOf(preview));
    if (previewed) return saveTest(previewed, this.#place);
    throw new Failure("Failed to save the test: there was no such preview. Look at it again.");
  }
}

/** A thread gets no error with its code. */
function cloneable({ request, response, failure }: RunExchange): SavedExchange {
  const { message = "", code } = (failure ?? {}) as { message?: string; code?: unknown };
  return {
    request,
    ...(response && { response }),
    ...(failure && { failure: { message, ...(typeof code === "string" && { code }) } }),
  };
}

function keyOf({ run, name, hash }: PreviewRef): string {
  return `${run} ${name} ${hash}`;
}
