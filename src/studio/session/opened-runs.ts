import { Failure } from "../../model/failure.ts";
import type { Edit } from "../../simulator/run/stage.ts";
import type { RunComparison, RunDetail } from "../api.ts";
import type { RunWorker } from "../worker/run-worker.ts";
import { answersTo, detailOf, redactedJson } from "./detail.ts";
import type { History } from "./history.ts";
import { restoredEdits } from "./restored.ts";
import { ownStep, type RunRecord } from "./run-record.ts";
import { adding, Texts } from "./texts.ts";

interface Dependencies {
  readonly history: () => History;
  readonly worker: RunWorker;
}

/** The runs that are looked at. Nothing that they give holds a secret: a thread takes those out. */
export class OpenedRuns {
  readonly texts = new Texts();
  readonly #dependencies: Dependencies;
  readonly #details = new Map<string, Promise<RunDetail>>();

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
  }

  /** A run, opened. */
  async detail(id: string): Promise<RunDetail> {
    const record = this.#dependencies.history().get(id);
    if (record.row.status === "running") return this.#running(record);
    const known = this.#details.get(id);
    if (known) return { ...(await known), ...record.row };
    const opened = this.#ended(record);
    this.#details.set(id, opened);
    opened.catch(() => this.#details.delete(id));
    return opened;
  }

  #running(record: RunRecord): RunDetail {
    const { row, asked, redacted } = record;
    const texts: string[] = [];
    const shown = { row, asked: redactedJson(asked, redacted), now: ownStep(record).now };
    const detail = detailOf({ ...shown, report: undefined, answers: [] }, adding(row.id, texts));
    this.texts.keep(row.id, texts);
    return detail;
  }

  async #ended(record: RunRecord): Promise<RunDetail> {
    const { row, asked, report } = record;
    const { exchanges, now } = ownStep(record);
    const answers = answersTo(report?.requests ?? [], exchanges).map(
      (note) => note && { by: note.by, ...(note.pin !== undefined && { pin: note.pin }) },
    );
    this.#keep(record);
    const { detail, texts } = await this.#dependencies.worker.ask("detail", { row, asked, now, answers });
    if (this.#dependencies.history().has(row.id)) this.texts.keep(row.id, texts);
    return detail;
  }

  /** A part of a large text. */
  text(id: string, from: number, to: number): { text: string; size: number } {
    const text = this.texts.text(id);
    if (text === undefined) throw new Failure(`Failed to read a text: there is no ${id}.`);
    return { text: text.slice(from, to), size: text.length };
  }

  /** A text or a file of a run, to be saved. */
  download(id: string): { readonly name: string; readonly bytes: Uint8Array } {
    const text = this.texts.text(id);
    if (text !== undefined) return { name: `${id}.txt`, bytes: Buffer.from(text) };
    const { file } = this.#dependencies.history().get(id).report ?? {};
    if (!file) throw new Failure(`Failed to save ${id}: the run has no file.`);
    return { name: file.filename, bytes: file.content };
  }

  compare(left: RunRecord, right: RunRecord): Promise<RunComparison> {
    for (const record of [left, right]) this.#keep(record);
    return this.#dependencies.worker.ask("compare", { left: left.row, right: right.row });
  }

  /** Edits of a run as the page sends them, with the secrets that the page does not have. */
  async restored(record: RunRecord, edits: readonly Edit[]): Promise<Edit[]> {
    if (edits.length === 0) return [];
    this.#keep(record);
    const shown = await this.#dependencies.worker.ask("edited", { id: record.row.id, edits });
    return restoredEdits(record.report, { edits, shown });
  }

  /** A run is no longer in the list. */
  forget(id: string): void {
    this.texts.forget(id);
    this.#details.delete(id);
    this.#dependencies.worker.forget(id);
  }

  /** Tells the thread of a run. A file of it is saved as it is, and not shown. */
  #keep({ row, report, secrets }: RunRecord): void {
    this.#dependencies.worker.keep(row.id, () => {
      const { file, ...shown } = report ?? {};
      return { id: row.id, report: report && JSON.stringify(shown), secrets: secrets() };
    });
  }
}
