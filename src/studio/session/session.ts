import { readFileSync } from "node:fs";
import { Failure } from "../../model/failure.ts";
import { ownVersion } from "../../package-root.ts";
import type { Client } from "../../simulator/authentication/client.ts";
import type { Choice, FoundField, Runtime } from "../../simulator/index.ts";
import { readTime } from "../../simulator/options.ts";
import type { RawResponse } from "../../simulator/protocol.ts";
import type { Edit } from "../../simulator/run/stage.ts";
import type {
  BuildState,
  FieldRequest,
  FramedDiagnostic,
  LargeText,
  PinnedAnswer,
  Review,
  RunComparison,
  RunKind,
  RunRequest,
  State,
  StepRequest,
  StudioEvent,
  TestPreview,
} from "../api.ts";
import { RunWorker } from "../worker/run-worker.ts";
import { ChosenFiles } from "./chosen-files.ts";
import { Connecting } from "./connecting.ts";
import { accountValuesOf, Connections } from "./connections.ts";
import { answersTo } from "./detail.ts";
import { mostBytes, mostRuns } from "./history.ts";
import { openInEditor, type SourceLocation } from "./open-editor.ts";
import { OpenedRuns } from "./opened-runs.ts";
import { operationsOf } from "./operations.ts";
import type { OwnFiles } from "./own-files.ts";
import { Pins } from "./pins.ts";
import { rawResponseOf } from "./restored.ts";
import { ownStep, type Report, type RunRecord, type RunStep, stepsAgain } from "./run-record.ts";
import { type NewRun, Runs } from "./runs.ts";
import { type PreviewRef, SavedTests, type TestsPlace } from "./saved-tests.ts";
import type { RunnableScript } from "./script.ts";
import { adding } from "./texts.ts";
import { customFields, dropdown, searchConnector, workOf } from "./works.ts";
import { Workshop } from "./workshop.ts";
import { Zaps } from "./zaps.ts";

/** The app, the files and the permissions of a session. */
export interface SessionOptions {
  readonly app: State["app"];
  readonly may: State["may"];
  readonly files: OwnFiles;
  readonly client?: Client;
  readonly url_base?: string | undefined;
  /** The folder in which tests are saved, and the script that they run. */
  readonly tests: TestsPlace;
}

const runtime: Runtime = "converted";
const safe = ["GET", "HEAD"];

/** A studio that is open: the script, the accounts, the runs, and what else its page shows. */
export class Session {
  readonly connections: Connections;
  readonly connecting: Connecting;
  readonly zaps: Zaps;
  readonly pins: Pins;
  readonly files = new ChosenFiles();
  readonly runs: Runs;
  readonly workshop: Workshop;
  readonly opened: OpenedRuns;
  readonly #worker = new RunWorker();
  readonly #options: SessionOptions;
  readonly #listeners = new Set<(event: StudioEvent) => void>();
  readonly #savedTests: SavedTests;
  #build: BuildState = { status: "building" };
  #willTell = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    const { files, client = {}, url_base } = options;
    this.pins = new Pins(files);
    this.connections = new Connections(files);
    this.workshop = new Workshop({ connections: this.connections, client, url_base });
    this.#savedTests = new SavedTests({
      workshop: this.workshop,
      worker: this.#worker,
      place: options.tests,
    });
    this.opened = new OpenedRuns({ history: () => this.runs.history, worker: this.#worker });
    this.runs = new Runs({
      ...{ pins: this.pins, files: this.files },
      changed: (row) => this.#tell({ type: "run", row }),
      forgotten: (id) => this.opened.forget(id),
    });
    const { runs, workshop, connections } = this;
    const changed = () => this.changed();
    this.zaps = new Zaps({ runs, workshop, changed });
    this.connecting = new Connecting({ runs, workshop, connections, changed });
  }

  /** The address of the server, which the doors are below. */
  set origin(origin: string) {
    this.zaps.origin = origin;
    this.connecting.origin = origin;
  }

  get state(): State {
    const { app, may } = this.#options;
    const { script, live, clock } = this.workshop;
    const { selected } = this.connections;
    return {
      ...{ version: ownVersion, app: { ...app, ...(script && { name: script.metadata.app.title }) } },
      build: this.#build,
      ...(script && { metadata: script.metadata }),
      operations: script ? operationsOf(script.metadata) : [],
      connections: this.connections.states,
      ...(selected && { selected_connection: selected.id }),
      ...{ live, may, now: clock, runtime },
      ...{
        runs: this.runs.history.rows,
        history: { forgotten: this.runs.history.forgotten, most_runs: mostRuns, most_bytes: mostBytes },
        zaps: this.zaps.states,
        pins: this.pins.list,
      },
    };
  }

  /** Tells of each event from now on, first of the whole state. Gives what ends that. */
  subscribe(listener: (event: StudioEvent) => void): () => void {
    listener({ type: "state", state: this.state });
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The state has changed. It is told once for all changes of one turn. */
  changed(): void {
    if (this.#willTell) return;
    this.#willTell = true;
    setImmediate(() => {
      this.#willTell = false;
      this.#tell({ type: "state", state: this.state });
    });
  }

  building(): void {
    this.#build = { status: "building" };
    this.changed();
  }

  /** A build has come to its end. */
  built(script: RunnableScript, warnings: readonly FramedDiagnostic[]): void {
    this.workshop.script = script;
    this.#build = { status: "good", built_at: new Date().toISOString(), took: script.took, warnings };
    this.changed();
  }

  /** A build has found errors. The last good script stays. */
  broken(findings: readonly FramedDiagnostic[]): void {
    this.#build = { status: "broken", findings, has_script: this.workshop.script !== undefined };
    this.changed();
  }

  setClock(now: string | null): void {
    this.workshop.clock = now === null ? null : readTime("set the clock", now).toISOString();
    this.changed();
  }

  setLive(live: boolean): void {
    if (live && !this.#options.may.live)
      throw new Failure("Failed to switch to LIVE: the studio was started without leave to send requests.", {
        hint: "Start it with `zapc studio --allow-live`.",
      });
    this.workshop.live = live;
    this.changed();
  }

  /** Starts a run. It is in the list once this returns. */
  run(asked: RunRequest): RunRecord {
    switch (asked.kind) {
      case "turn_on":
        return this.zaps.turnOn(asked, { connection: this.connections.selected, runtime });
      case "zap_poll":
        return this.zaps.poll(asked);
      case "hook":
        return this.zaps.hook(asked);
      case "turn_off":
        return this.zaps.turnOff(asked);
      default:
        return this.#runSingle(asked);
    }
  }

  #runSingle(asked: Exclude<RunRequest, { zap: string } | { kind: "turn_on" }>): RunRecord {
    const perform = workOf(asked);
    const { runtime: on = runtime, edits } = { runtime, edits: undefined, ...asked };
    const operation = "operation" in asked ? asked.operation : "hydrators";
    return this.#begin({ kind: asked.kind, operation, cause: "manual", asked, perform, runtime: on, edits });
  }

  /** Opens the dropdown of a field. */
  async choices(asked: FieldRequest): Promise<{ choices: Choice[]; run: string; has_more: boolean }> {
    const { record, report } = await this.#inEditor("dropdown", asked, dropdown(asked));
    const choices = (report.choices ?? []) as Choice[];
    return { choices, run: record.row.id, has_more: choices.length > 0 && this.#hasPages(asked) };
  }

  /** Asks for custom fields. */
  async customFields(asked: StepRequest): Promise<{ fields: FoundField[]; run: string }> {
    const { record, report } = await this.#inEditor("custom_fields", asked, customFields(asked));
    return { fields: (report.fields ?? []) as FoundField[], run: record.row.id };
  }

  /** Runs the search that a field is connected to. */
  async searchConnector(asked: FieldRequest): Promise<{ value?: NonNullable<Report["value"]>; run: string }> {
    const { record, report } = await this.#inEditor("search_connector", asked, searchConnector(asked));
    const { value } = report;
    return { run: record.row.id, ...(value !== undefined && value !== null && { value }) };
  }

  /** Runs again: the present script with the answers that were recorded. */
  async again(
    id: string,
    {
      edits = [],
      runtime: other,
    }: { readonly edits?: readonly Edit[] | undefined; readonly runtime?: Runtime | undefined },
  ): Promise<RunRecord> {
    const record = this.#ended(id);
    const { kind, operation, number, runtime: before } = record.row;
    if (kind === "connect")
      throw new Failure("Failed to run again: access is granted once. Connect the account again.");
    const { perform, now, exchanges } = ownStep(record);
    const earlier = stepsAgain(record).slice(0, -1);
    const restored = await this.opened.restored(record, edits);
    return this.#begin({
      ...{
        kind,
        operation,
        cause: `replay of #${number}`,
        asked: record.asked,
        perform,
        runtime: other ?? before,
      },
      ...{ edits: restored, before: earlier, redoes: true, now, account: record.account },
      sources: { recorded: exchanges, network: () => undefined },
    });
  }

  /** Sends again, live. Without `confirmed`, nothing but a GET is sent. */
  sendAgain(id: string, { confirmed = false }: { readonly confirmed?: boolean | undefined }): RunRecord {
    const record = this.#ended(id);
    const { kind, operation, number, runtime: before } = record.row;
    if (!this.workshop.live)
      throw new Failure("Failed to send again: the studio is OFFLINE.", { hint: "Switch to LIVE." });
    if (record.steps.length > 1 || kind === "connect" || kind === "turn_on")
      throw new Failure("Failed to send again: this run belongs to a Zap or to a connection.", {
        hint: "Do the same with the Zap or the connection.",
      });
    const unsafe = ownStep(record).exchanges.find(({ request }) => !safe.includes(request.method));
    if (unsafe && !confirmed) throw unconfirmed(unsafe.request.method);
    const { perform } = ownStep(record);
    return this.#begin({
      ...{ kind, operation, cause: `sent again #${number}`, asked: record.asked, perform, runtime: before },
      sources: {
        network: this.workshop.network,
        ...(!confirmed && {
          refuses: ({ method }) => (safe.includes(method) ? undefined : unconfirmed(method).message),
        }),
      },
    });
  }

  compare(left: string, right: string): Promise<RunComparison> {
    return this.opened.compare(this.#ended(left), this.#ended(right));
  }

  cancel(id: string): void {
    this.runs.history.get(id).cancel();
  }

  /** Pins the answer to a request of a run, or an edited one in its place. */
  async pin(id: string, index: number, edited?: PinnedAnswer): Promise<string> {
    const record = this.#ended(id);
    const { row, report, redacted } = record;
    const request = report?.requests[index];
    const given = answersTo(report?.requests ?? [], ownStep(record).exchanges)[index];
    const response = edited ? await this.#editedAnswer(record, index, edited) : given?.response;
    if (!request || !given || !response)
      throw new Failure(`Failed to pin an answer: request ${index} of ${id} has none.`);
    const { status, headers, bytes } = response;
    const pinned = this.pins.add({
      ...{ operation: row.operation, request: given.request, shown_url: redacted(request.url) },
      ...{ response: { status, headers, bytes }, edited: edited !== undefined },
    });
    this.changed();
    return pinned;
  }

  async #editedAnswer(record: RunRecord, index: number, edited: PinnedAnswer): Promise<RawResponse> {
    const [edit] = await this.opened.restored(record, [{ answer: index, response: edited }]);
    return rawResponseOf((edit as { readonly response: PinnedAnswer }).response);
  }

  /** The test that a run would become. Nothing is written. */
  previewTest(id: string, name: string): Promise<TestPreview> {
    return this.#savedTests.preview(this.#ended(id), name);
  }

  /** Writes the files of a preview. */
  saveTest(preview: PreviewRef): string[] {
    if (!this.#options.may.write)
      throw new Failure("Failed to save the test: the studio was started without leave to write.", {
        hint: "Start it with `zapc studio --allow-write`.",
      });
    const files = this.#savedTests.save(preview);
    this.runs.note(preview.run, "saved");
    return files;
  }

  /** Opens a source in the user's editor. */
  open(place: SourceLocation): void {
    openInEditor(place, this.#options.app.scripting);
  }

  /** The review of the last good script. */
  async review(): Promise<Review> {
    const { file, review } = this.workshop.goodScript;
    if (!review)
      throw new Failure("Failed to review: a script without its sources has no review.", {
        hint: "`zapc adopt` makes sources of it.",
      });
    const { html, audit, delivery } = await review();
    const texts: string[] = [];
    const [review_html, script] = [html, readFileSync(file, "utf8")].map(adding("review", texts)) as [
      LargeText,
      LargeText,
    ];
    this.opened.texts.keep("review", texts);
    return { review_html, audit, script, ...(delivery !== undefined && { delivery }) };
  }

  async close(): Promise<void> {
    for (const { id } of this.runs.history.rows) this.cancel(id);
    await Promise.all([this.zaps.close(), this.connecting.close(), this.#worker.close()]);
  }

  async #inEditor(kind: RunKind, asked: StepRequest, perform: RunStep["perform"]) {
    const { operation } = asked;
    const record = this.#begin({ kind, operation, cause: "editor", asked: null, perform, runtime });
    await record.ended;
    const { report, row } = record;
    if (!report || row.error !== undefined) throw new Failure(row.error ?? "The run was cancelled.");
    return { record, report: report as Report };
  }

  #hasPages({ operation, field }: FieldRequest): boolean {
    const { metadata } = this.workshop.goodScript;
    const step = operationsOf(metadata).find(({ id }) => id === operation);
    const { prefill = "" } = Object(step?.fields.find(({ key }) => key === field));
    return metadata.triggers.some(({ key, paging }) => paging === true && prefill.startsWith(`${key}.`));
  }

  /** Begins a run with a simulator of its own. */
  #begin(
    own: Pick<NewRun, "kind" | "operation" | "cause" | "asked" | "perform" | "runtime"> & Partial<NewRun>,
  ): RunRecord {
    const connection = this.connections.selected;
    const now = own.now ?? this.workshop.now;
    // The first failure is told to who asks: there is nothing to run.
    void this.workshop.goodScript;
    const account = own.account ?? accountValuesOf(connection);
    return this.runs.begin(
      { before: [], now, account, sources: { network: this.workshop.network }, ...own },
      {
        simulating: () =>
          this.workshop.start({ account, runtime: own.runtime, now: own.before?.[0]?.now ?? now }),
        done: async (on) => {
          if (!on) return;
          if (!own.sources?.recorded) this.workshop.noteTokens(connection, on);
          await on.sim.close();
          this.changed();
        },
      },
    );
  }

  #ended(id: string): RunRecord {
    const record = this.runs.history.get(id);
    if (record.row.status !== "running") return record;
    throw new Failure(`Failed to use run #${record.row.number}: it is still running.`);
  }

  #tell(event: StudioEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

function unconfirmed(method: string): Failure {
  return new Failure(`Failed to send again: it sends a ${method}, which must be confirmed.`);
}
