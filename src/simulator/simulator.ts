import type { Addition } from "../inference/infer-metadata.ts";
import type { Metadata } from "../model/definitions.ts";
import { Failure } from "../model/failure.ts";
import { checkKey } from "./arguments.ts";
import type { AccountConnector, AuthorizeRun, ConnectRun } from "./authentication/account-connector.ts";
import type { AccountTest } from "./authentication/account-test.ts";
import type { AuthorizeOptions, Redirect } from "./authentication/oauth.ts";
import { callMethod } from "./call-method.ts";
import { Editor } from "./editor.ts";
import type { FieldValues } from "./fields/field-values.ts";
import type { LoadedMetadata } from "./given-metadata.ts";
import { sampleLimit } from "./limits.ts";
import { checkOptions, type Time } from "./options.ts";
import { itemProblems } from "./problems/item-problems.ts";
import type { Methods } from "./protocol.ts";
import type { Secret } from "./redaction/needles.ts";
import type * as done from "./run/run.ts";
import type * as given from "./run/run-options.ts";
import type { RunQueue } from "./run/run-queue.ts";
import type { PolledItem, SearchItem, SearchResultOf, WriteResultOf } from "./run/typed-results.ts";
import { write } from "./steps/action.ts";
import { runReason, unknownZap } from "./steps/bundle.ts";
import { hydrateFile, hydrateMethod, readPointer } from "./steps/hydrate.ts";
import { manage } from "./steps/managed-call.ts";
import {
  actionStep,
  type FieldAddress,
  readingFor,
  type StepReadOptions,
  type StepRef,
  triggerStep,
} from "./steps/read-step.ts";
import { runSearch } from "./steps/search.ts";
import { shaped, shapeList, shapeObject } from "./steps/shape.ts";
import { mustBePolled, pollCall } from "./steps/trigger.ts";
import { Zap } from "./zap/zap.ts";

interface SimulatorParts extends LoadedMetadata {
  readonly methods: Methods;
  readonly runs: RunQueue;
  readonly connection: AccountConnector;
}

// Source: the archived documentation, "REST Hooks": a path of its own for each Zap.
const hooks = "https://hooks.zapier.com/hooks/standard/";

/** An integration on the platform, with one connected account. */
export class Simulator {
  readonly #parts: SimulatorParts;
  readonly #editor: Editor;
  #zaps = 0;

  constructor(parts: SimulatorParts) {
    this.#parts = parts;
    this.#editor = new Editor(parts);
  }

  /**
   * Sets the time of later runs: `sim.at("2026-03-01T09:00:00Z")`. The script's clock stands still there, but
   * for what its timers wait; nobody really waits.
   */
  at(time: Time): void {
    this.#parts.runs.at(time);
  }

  /**
   * Polls a trigger once. A failure of the run is in `error`; wrong use throws a Failure.
   *
   * The type of the trigger's file types the items, by what its method returns or by its sample; so does a type of your own:
   * `sim.poll<typeof import("../scripting/triggers/new_ticket.ts")>("new_ticket")`, `sim.poll<Ticket>("new_ticket")`. It says
   * what a test relies on, and is not checked.
   */
  poll<Of = unknown>(trigger: string, options?: given.PollOptions): Promise<done.Run<PolledItem<Of>>>;
  async poll(trigger: string, options: given.PollOptions = {}): Promise<done.Run> {
    checkKey(trigger, { task: "poll", example: 'sim.poll("new_ticket")' });
    const task = `poll ${trigger}`;
    checkOptions(task, options, "poll");
    const step = triggerStep(trigger, options, this.#reading(task, options));
    const reason = runReason(options);
    mustBePolled(step, reason, task);
    const { test_poll, prefill, frontend } = reason.meta;
    return this.#parts.runs.run(task, {
      reason,
      edits: options.edits,
      work: async (on) => {
        const result = await manage(pollCall(step), on);
        // A test of the account has one item at most. Source: runner, index.js, `runTrigger`.
        return test_poll ? [shaped(result, shapeObject, on)] : shaped(result, shapeList, on);
      },
      outputOf: (items = []) => ({ items: frontend ? items.slice(0, sampleLimit) : items }),
      check: ({ items }) =>
        itemProblems(items, { byId: step.trigger.type === "polling" && !test_poll && !prefill }),
    });
  }

  /**
   * Turns a Zap with this trigger on: a polling trigger is polled once, and its items only remembered; a REST hook
   * subscribes. The result of that is in `turnedOn`. A type argument types the items, as that of `poll` does.
   */
  turnOn<Of = unknown>(trigger: string, options?: given.TurnOnOptions): Promise<Zap<Of>>;
  async turnOn(trigger: string, options: given.TurnOnOptions = {}): Promise<Zap> {
    checkKey(trigger, { task: "turn on a Zap", example: 'sim.turnOn("new_ticket")' });
    const task = `turn on a Zap of ${trigger}`;
    checkOptions(task, options, "turnOn");
    const step = triggerStep(trigger, options, this.#reading(task, options));
    const { meta = {}, zap = unknownZap } = options;
    this.#zaps += 1;
    const target_url = options.target_url ?? `${hooks}${zap.id}/${this.#zaps}/`;
    const { runs, metadata } = this.#parts;
    const turned = new Zap({ app: metadata.app, runs, step, meta, zap, target_url });
    await turned.turnOn(options);
    return turned;
  }

  /** The metadata that it runs by, also those that were inferred from the script. */
  get metadata(): Metadata {
    return this.#parts.metadata;
  }

  /** The metadata that nobody has declared: they were inferred from the script. Then fields may be given that are not declared. */
  get inferred(): readonly Addition[] {
    return this.#parts.additions;
  }

  /** The values that the platform has stored of the account by now. */
  get auth_fields(): FieldValues {
    return this.#parts.connection.stored;
  }

  /** True with OAuth, before the user has granted access at the API: then nothing works. */
  get needsGrant(): boolean {
    return this.#parts.connection.needsGrant;
  }

  /** Runs an action once. The type of the action's file, or one of your own, types the result. */
  write<Of = unknown>(
    action: string,
    options?: given.WriteOptions,
  ): Promise<done.WriteRun<WriteResultOf<Of>>>;
  async write(action: string, options: given.WriteOptions = {}): Promise<done.WriteRun> {
    checkKey(action, { task: "write", example: 'sim.write("create_ticket")' });
    const task = `write ${action}`;
    checkOptions(task, options, "write");
    const step = actionStep(action, options, this.#reading(task, options));
    return this.#parts.runs.run(task, {
      reason: runReason(options),
      edits: options.edits,
      work: (on) => write(step, on),
      outputOf: (result) => ({ ...(result && { result }) }),
    });
  }

  /**
   * Searches once, reads what is found and, with `create`, creates what is not. The type of the search's file, or one of your
   * own, types the matches and the result.
   */
  search<Of = unknown>(
    search: string,
    options?: given.SearchOptions,
  ): Promise<done.SearchRun<SearchItem<Of>, SearchResultOf<Of>>>;
  search(search: string, options: given.SearchOptions = {}): Promise<done.SearchRun> {
    return runSearch(search, options, this.#parts);
  }

  /** Opens the dynamic dropdown of a field: `sim.dropdown({ action: "create_ticket", field: "queue" })`. */
  dropdown(address: FieldAddress, options: given.DropdownOptions = {}): Promise<done.DropdownRun> {
    return this.#editor.dropdown(address, options);
  }

  /** Runs the search that a field is connected to: its match gives the field's value. */
  searchfill(address: FieldAddress, options: given.SearchOptions = {}): Promise<done.SearchfillRun> {
    return this.#editor.searchfill(address, options);
  }

  /** Asks for custom fields: `sim.customFields({ action: "create_ticket" })`. */
  customFields(step: StepRef, options: given.CustomFieldsOptions = {}): Promise<done.FieldsRun> {
    return this.#editor.customFields(step, options);
  }

  /** Follows a pointer that `z.dehydrate` or `z.dehydrateFile` returned. */
  async hydrate(pointer: string, options: given.RunOptions = {}): Promise<done.HydrateRun> {
    const task = "hydrate";
    checkOptions(task, options, "hydrate");
    const { type, bundle } = readPointer(pointer);
    const reason = runReason(options);
    const { runs } = this.#parts;
    if (type === "method")
      return runs.run(task, {
        reason,
        edits: options.edits,
        work: (on) => hydrateMethod(bundle, on),
        outputOf: (result) => ({ ...(result !== undefined && { result }) }),
      });
    return runs.run(task, {
      reason,
      edits: options.edits,
      work: (on) => hydrateFile(bundle, on),
      outputOf: (file) => ({ ...(file && { file }) }),
    });
  }

  /**
   * With OAuth: the address at which the user grants access, so that `connect` can be called with what the API appends to
   * `redirect_uri`. OAuth1 asks the API for a request token first.
   */
  authorizeUrl(options: AuthorizeOptions = {}): Promise<AuthorizeRun> {
    return this.#parts.connection.authorizeUrl(options);
  }

  /**
   * Connects the account: with OAuth by what the API has appended to `redirect_uri`; with a session by calling
   * `get_session_info`, which a first run does by itself.
   */
  connect(redirect: Redirect = {}): Promise<ConnectRun> {
    return this.#parts.connection.connect(redirect);
  }

  /** Tests the account by the test trigger, as the platform does once it is connected, and names it after the answer. */
  async testAccount(): Promise<AccountTest> {
    const { metadata, connection } = this.#parts;
    const { test_trigger } = metadata.app;
    if (test_trigger === undefined) throw noTestTrigger();
    const step = triggerStep(test_trigger, {}, this.#reading("test the account", {}));
    return connection.test(pollCall(step));
  }

  /**
   * Calls one method with a bundle of the caller's. The bundle must be one that the platform would hand over, else a Failure
   * says what is wrong with it; the result of the method must be one that the model allows, else that is the error.
   */
  call(name: string, bundle: object): Promise<done.CallRun> {
    return callMethod(name, bundle, this.#parts);
  }

  /**
   * A text without the account's credentials, however they are written, for logs and reports: in place of each stands its name,
   * `redacted-api-key`. So do the values of other things whose names say that they are secret, such as `access_token`. The reports
   * of runs and the results of methods stay the same.
   */
  redacted(text: string): string {
    return this.#parts.runs.redacted(text);
  }

  /** The values that `redacted` takes out, for those who redact the texts of this account elsewhere. */
  get secrets(): readonly Secret[] {
    return this.#parts.runs.secrets;
  }

  /** Ends the script's process. A run that is under way fails at once. */
  async close(): Promise<void> {
    await this.#parts.runs.close();
  }

  #reading(task: string, options: given.RunOptions): StepReadOptions {
    return readingFor(task, options, this.#parts);
  }
}

function noTestTrigger(): Failure {
  return new Failure("Failed to test the account: the metadata names no test trigger.", {
    hint: "Name a trigger that needs no field: `test_trigger` in app.ts.",
  });
}
