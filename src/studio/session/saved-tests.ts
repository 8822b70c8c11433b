import { Failure } from "../../model/failure.ts";
import type { TestPreview } from "../api.ts";
import type { Aside } from "../aside/aside.ts";
import type { Previewed, ToSave } from "../saved-test/preview.ts";
import { saveTest } from "../saved-test/save.ts";
import type { Given } from "../saved-test/saved-step.ts";
import type { GivenAnswer } from "./answering.ts";
import { type RunRecord, stepsAgain } from "./run-record.ts";
import type { Workshop } from "./workshop.ts";

/** The folder in which tests are saved, and the script that they run. */
export type TestsPlace = Pick<ToSave, "root" | "folder" | "named">;

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
  readonly #aside: Aside;
  readonly #previews = new Map<string, Previewed>();

  constructor({ workshop, aside, place }: { workshop: Workshop; aside: Aside; place: TestsPlace }) {
    this.#workshop = workshop;
    this.#aside = aside;
    this.#place = place;
  }

  /** The test that a run would become. Nothing is written. */
  async preview(record: RunRecord, name: string): Promise<TestPreview> {
    const steps = stepsAgain(record).map(({ now, asked, edits, given }) => {
      if (asked) return { now, asked, edits, given: given.map(cloneable) };
      throw new Failure(`Failed to save run #${record.row.number}: a test begins with what a Zap does.`, {
        hint: "Save a test, a poll, a hook, an action or a search.",
      });
    });
    const { file, given, metadata } = this.#workshop.goodScript;
    const { id, runtime } = record.row;
    const subject = { script: file, ...(given !== undefined && { metadata: given }), runtime };
    const previewed = await this.#aside.ask("preview", {
      ...{ name, steps, auth: metadata.app.auth, ...this.#place },
      subject: { ...subject, auth_fields: record.account, ...this.#workshop.client },
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
function cloneable({ asked, response, failure }: GivenAnswer): Given {
  const { message = "", code } = (failure ?? {}) as { message?: string; code?: unknown };
  return {
    asked,
    ...(response && { response }),
    ...(failure && { failure: { message, ...(typeof code === "string" && { code }) } }),
  };
}

function keyOf({ run, name, hash }: PreviewRef): string {
  return `${run} ${name} ${hash}`;
}
