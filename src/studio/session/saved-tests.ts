import { Failure } from "../../model/failure.ts";
import type { TestPreview } from "../api.ts";
import { type Previewed, previewTest, type ToSave } from "../saved-test/preview.ts";
import { saveTest } from "../saved-test/save.ts";
import type { RunRecord } from "./run-record.ts";
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
  readonly #previews = new Map<string, Previewed>();

  constructor(workshop: Workshop, place: TestsPlace) {
    this.#workshop = workshop;
    this.#place = place;
  }

  /** The test that a run would become. Nothing is written. */
  async preview(record: RunRecord, name: string): Promise<TestPreview> {
    const steps = record.steps.map(({ now, asked, edits, given }) => {
      if (asked) return { now, asked, edits, given };
      throw new Failure(`Failed to save run #${record.row.number}: a test begins with what a Zap does.`, {
        hint: "Save a test, a poll, a hook, an action or a search.",
      });
    });
    const { file, given, metadata } = this.#workshop.goodScript;
    const { id, runtime } = record.row;
    const subject = { script: file, ...(given !== undefined && { metadata: given }), runtime };
    const previewed = await previewTest({
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

function keyOf({ run, name, hash }: PreviewRef): string {
  return `${run} ${name} ${hash}`;
}
