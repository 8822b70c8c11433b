import type { FieldValues } from "../../simulator/fields/field-values.ts";
import type { BoundedRequest as AskedRequest } from "../../simulator/network/answerer.ts";
import type { Edit } from "../../simulator/run/stage.ts";
import type { Runtime } from "../../simulator/runtime.ts";
import type { RunKind, RunRequest, RunRow } from "../api.ts";
import type { Simulation } from "../run-calls.ts";
import { Answering, type AnswerSources, type RunExchange } from "./answering.ts";
import type { ChosenFiles } from "./chosen-files.ts";
import { History } from "./history.ts";
import type { Pins } from "./pins.ts";
import type { Report, RunRecord, RunStep } from "./run-record.ts";

/** A run that is to be made. */
export interface NewRun {
  readonly kind: RunKind;
  readonly operation: string;
  readonly cause: string;
  readonly asked: RunRequest | null;
  /** The values of the account. */
  readonly account: FieldValues;
  readonly runtime: Runtime;
  readonly zap?: string;
  readonly poll?: number;
  readonly edits?: readonly Edit[] | undefined;
  /** The steps before it, on the same simulator. */
  readonly before: readonly RunStep[];
  /** True if they are done again first, each with the answers that it got. */
  readonly redoes?: boolean;
  readonly now: string;
  readonly perform: RunStep["perform"];
  readonly sources: Pick<AnswerSources, "recorded" | "network" | "refuses">;
}

/** A simulator that asks the answering of the run that is under way. */
export interface AnsweredSimulation extends Simulation {
  answering?: Answering;
  /** Is told of each method as it is called, and of nothing as it ends. */
  onCall?: (method: string | undefined) => void;
}

/** The start of a run's simulator, and the work at its end. */
export interface RunLifecycle {
  /** Gives the simulator. */
  readonly simulating: () => Promise<AnsweredSimulation>;
  /** Is called once the run has ended, with its simulator if there is one. */
  readonly done: (on: AnsweredSimulation | undefined, record: RunRecord) => Promise<void>;
}

interface Dependencies {
  readonly pins: Pins;
  readonly files: ChosenFiles;
  /** A row is new, or has changed. */
  readonly changed: (row: RunRow) => void;
  /** A run is no longer in the history. */
  readonly forgotten: (id: string) => void;
}

/** Makes runs, and keeps them. Nothing about a run is changed afterwards. */
export class Runs {
  readonly #dependencies: Dependencies;
  readonly history: History;
  #last = 0;

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
    this.history = new History(dependencies.forgotten);
  }

  /** Begins a run. */
  begin(newRun: NewRun, { simulating, done }: RunLifecycle): RunRecord {
    this.#last += 1;
    const { pins, files, changed } = this.#dependencies;
    const following = this.#following(() => record);
    const answering = new Answering(
      { operation: newRun.operation, ...newRun.sources },
      { pins, files, ...following },
    );
    const { asked, account, before, now, perform, edits } = newRun;
    let on: AnsweredSimulation | undefined;
    let cancelled = false;
    let end = () => {};
    const record: RunRecord = {
      row: newRow(this.#last, newRun),
      ...{ asked, account },
      redacted: (text) => (on ? on.sim.redacted(text) : text),
      secrets: () => on?.sim.secrets ?? [],
      steps: [...before, { now, perform, asked: asked ?? undefined, edits, exchanges: answering.exchanges }],
      ended: new Promise<void>((ended) => {
        end = ended;
      }),
      cancel: () => {
        cancelled = record.row.status === "running";
        if (cancelled) void on?.sim.close();
      },
    };
    this.history.add(record);
    changed(record.row);
    const work = async (): Promise<Report> => {
      on = await simulating();
      if (cancelled) throw new Error("The run was cancelled.");
      if (newRun.redoes) await redo(before, { on, operation: newRun.operation });
      on.answering = answering;
      on.onCall = following.onCall;
      on.sim.at(now);
      return perform(on, edits);
    };
    const began = performance.now();
    const finish = async (how: { report?: Report; failure?: unknown }) => {
      if (how.report) record.report = how.report;
      const took = Math.round(performance.now() - began);
      record.row = endedRow(record, {
        took,
        cancelled,
        failure: how.failure,
        exchanges: answering.exchanges,
      });
      this.history.ended(record);
      await done(on, record);
      changed(record.row);
    };
    void work()
      .then(
        (report) => finish({ report }),
        (failure) => finish({ failure }),
      )
      .catch((defect) => console.error(defect))
      .finally(end);
    return record;
  }

  /** Notes what has become of a run, beside its status. */
  note(id: string, badge: RunRow["badges"][number]): void {
    const record = this.history.get(id);
    if (record.row.badges.includes(badge)) return;
    record.row = { ...record.row, badges: [...record.row.badges, badge] };
    this.#dependencies.changed(record.row);
  }

  /** Shows what a run is at, while it goes on: the method, the request that it waits for, or both. */
  #following(record: () => RunRecord) {
    let called: string | undefined;
    const show = (stage: string, asked: 0 | 1) => {
      const it = record();
      it.row = { ...it.row, requests: it.row.requests + asked, stage: it.redacted(stage) };
      this.#dependencies.changed(it.row);
    };
    return {
      onCall: (method: string | undefined) => {
        called = method;
        if (method !== undefined) show(method, 0);
      },
      onRequest: ({ method, url }: AskedRequest) => {
        const request = `${method} ${url.split("?")[0]}`;
        show(called === undefined ? request : `${called}: ${request}`, 1);
      },
      onAnswer: () => {
        if (called !== undefined) show(called, 0);
      },
    };
  }
}

/** Does steps again, with the answers that they got. */
async function redo(
  steps: readonly RunStep[],
  { on, operation }: { readonly on: AnsweredSimulation; readonly operation: string },
): Promise<void> {
  for (const step of steps) {
    const sources: AnswerSources = { operation, recorded: step.exchanges, network: () => undefined };
    const nothing = { answerTo: () => undefined };
    on.answering = new Answering(sources, {
      pins: nothing,
      files: nothing,
      onRequest: () => {},
      onAnswer: () => {},
    });
    delete on.onCall;
    on.sim.at(step.now);
    await step.perform(on);
  }
}

function newRow(number: number, { kind, operation, cause, runtime, edits, zap, poll }: NewRun): RunRow {
  return {
    ...{ id: `r${number}`, number, kind, operation, cause, runtime, status: "running" },
    ...{ started: new Date().toISOString(), requests: 0, badges: edits?.length ? ["edited"] : [] },
    ...(zap !== undefined && { zap }),
    ...(poll !== undefined && { poll }),
  };
}

interface EndedRowInput {
  readonly cancelled: boolean;
  readonly took: number;
  readonly failure: unknown;
  readonly exchanges: readonly RunExchange[];
}

function endedRow(
  { row, report, redacted }: RunRecord,
  { cancelled, took, failure, exchanges }: EndedRowInput,
): RunRow {
  const { stage, ...others } = row;
  // The script may have caught it: the run has gone another way than it would have.
  const refused = exchanges.find((it) => it.refused !== undefined)?.refused;
  const error = refused ?? errorOf(report, failure);
  const outcome = refused === undefined ? report?.outcome : undefined;
  const http_status = report?.requests.findLast((request) => request.response)?.response?.status;
  const pinned = exchanges.some(({ pin }) => pin !== undefined);
  return {
    ...others,
    ...{ took, status: cancelled ? "cancelled" : (outcome ?? "error") },
    requests: report?.requests.length ?? exchanges.length,
    badges: [...row.badges, ...(pinned ? (["pinned"] as const) : [])],
    ...(http_status !== undefined && { http_status }),
    ...(report?.items && { items: itemsOf(report) }),
    ...(error !== undefined && { error: redacted(error) }),
  };
}

function errorOf(report: Report | undefined, failure: unknown): string | undefined {
  if (report) return report.error && `${report.error.name}: ${report.error.message}`;
  return failure instanceof Error ? failure.message : String(failure);
}

/** A Zap has seen more items than are new. */
function itemsOf({ items = [], stages = [] }: Report): { readonly seen: number; readonly new: number } {
  const dedupe = stages.find((stage) => stage.kind === "dedupe");
  return { seen: dedupe?.items.length ?? items.length, new: items.length };
}
