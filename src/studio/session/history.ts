import { Failure } from "../../model/failure.ts";
import type { RunRow } from "../api.ts";
import { ownStep, type RunRecord } from "./run-record.ts";

/** Runs that are kept: a session may last for days. */
export const mostRuns = 500;

/**
 * Characters and bytes that the reports and the answers of the kept runs may have together. A poll of 10,000 items and the largest
 * answer that the platform takes has some 30 million. Opened ones are kept a second time, without secrets: together they stay
 * below 1 GB, which any Node.js has.
 */
export const mostBytes = 250 * 2 ** 20;

interface HistoryEntry {
  readonly record: RunRecord;
  bytes: number;
}

/** The runs that are kept. The oldest go first. */
export class History {
  readonly #kept = new Map<string, HistoryEntry>();
  readonly #onForgotten: (id: string) => void;
  #bytes = 0;
  #forgotten = 0;

  /** @param onForgotten - is called with the id of each run that goes */
  constructor(onForgotten: (id: string) => void) {
    this.#onForgotten = onForgotten;
  }

  /** The newest first. */
  get rows(): RunRow[] {
    return [...this.#kept.values()].map(({ record }) => record.row).reverse();
  }

  /** The number of runs that have gone. */
  get forgotten(): number {
    return this.#forgotten;
  }

  has(id: string): boolean {
    return this.#kept.has(id);
  }

  /** @throws {Failure} where there is none. */
  get(id: string): RunRecord {
    const kept = this.#kept.get(id);
    if (kept) return kept.record;
    throw new Failure(`Failed to find a run: there is no ${id}.`);
  }

  /** Keeps a run that begins. */
  add(record: RunRecord): void {
    this.#kept.set(record.row.id, { record, bytes: 0 });
    if (this.#kept.size > mostRuns) this.#forget(this.#oldest());
  }

  /** A run has ended, and its size is known. The run itself stays, however large it is. */
  ended(record: RunRecord): void {
    const kept = this.#kept.get(record.row.id);
    if (!kept) return;
    kept.bytes = sizeOf(record);
    this.#bytes += kept.bytes;
    while (this.#bytes > mostBytes) {
      const oldest = this.#oldest();
      if (!oldest || oldest === kept) return;
      // A later poll of its Zap holds them, too.
      forgetAnswers(oldest.record);
      this.#forget(oldest);
    }
  }

  #oldest(): HistoryEntry | undefined {
    return [...this.#kept.values()].find(({ record }) => record.row.status !== "running");
  }

  #forget(kept: HistoryEntry | undefined): void {
    if (!kept) return;
    const { id } = kept.record.row;
    this.#kept.delete(id);
    this.#bytes -= kept.bytes;
    this.#forgotten += 1;
    this.#onForgotten(id);
  }
}

function sizeOf(record: RunRecord): number {
  const { file, ...report } = record.report ?? { file: undefined };
  const answers = ownStep(record).exchanges.map(({ response }) => response?.bytes.byteLength ?? 0);
  return [JSON.stringify(report).length, file?.content.byteLength ?? 0, ...answers].reduce(
    (sum, it) => sum + it,
  );
}

function forgetAnswers(record: RunRecord): void {
  const step = ownStep(record);
  step.isForgotten = true;
  step.exchanges.length = 0;
}
