import type { Metadata } from "../model/definitions.ts";
import type { AccountTest } from "./authentication/account-test.ts";
import type { AuthorizeRun, Connection, ConnectRun } from "./authentication/connection.ts";
import type { AuthorizeOptions, Redirect } from "./authentication/oauth.ts";
import { callMethod } from "./call-method.ts";
import { Editor } from "./editor.ts";
import { checkOptions, type Time } from "./options.ts";
import type * as done from "./run/run.ts";
import type { Methods, Reason, Running } from "./run/run-context.ts";
import type * as given from "./run/run-options.ts";
import type { Finished, Runs } from "./run/runs.ts";
import { write } from "./steps/action.ts";
import { reasonOf, unknownZap } from "./steps/bundle.ts";
import { hydrateFile, hydrateMethod, readPointer } from "./steps/hydrate.ts";
import { manage } from "./steps/managed-call.ts";
import {
  actionStep,
  type Place,
  type Reading,
  readingFor,
  triggerStep,
  type Whose,
} from "./steps/read-step.ts";
import { runSearch } from "./steps/search.ts";
import { shapeList, shapeObject } from "./steps/shape.ts";
import { mustBePolled, pollCall } from "./steps/trigger.ts";
import { Zap } from "./zap/zap.ts";

interface Parts {
  readonly metadata: Metadata;
  readonly methods: Methods;
  readonly runs: Runs;
  readonly connection: Connection;
}

// Source: the archived documentation, "REST Hooks": a path of its own for each Zap.
const hooks = "https://hooks.zapier.com/hooks/standard/";

/** An integration on the platform, with one connected account. */
export class Simulator {
  readonly #parts: Parts;
  readonly #editor: Editor;
  #zaps = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#editor = new Editor(parts);
  }

  /**
   * What is run from now on happens at this time: `sim.at("2026-03-01T09:00:00Z")`. The script's clock stands still there, but
   * for what its timers wait; nobody really waits.
   */
  at(time: Time): void {
    this.#parts.runs.at(time);
  }

  /** Polls a trigger once. What goes wrong in the run is in `error`; wrong use throws a Failure. */
  async poll(trigger: string, options: given.PollOptions = {}): Promise<done.Run> {
    const task = `poll ${trigger}`;
    checkOptions(task, options, "poll");
    const step = triggerStep(trigger, options, this.#reading(task, options));
    const reason = reasonOf(options);
    mustBePolled(step, reason, task);
    const { result: items = [], ...report } = await this.#run(task, reason, async (on) => {
      const result = await manage(pollCall(step), on);
      // Of a test of the account there is one item at most. Source: runner, index.js, `runTrigger`.
      return reason.meta.test_poll ? [shapeObject(result)] : shapeList(result);
    });
    // Source: platform-facts, "Polling and deduplication": the editor shows three samples.
    return { ...report, items: reason.meta.frontend ? items.slice(0, 3) : items };
  }

  /**
   * Turns a Zap with this trigger on: a polling trigger is polled once, and its items only remembered; a REST hook
   * subscribes. What that did is in `turnedOn`.
   */
  async turnOn(trigger: string, options: given.TurnOnOptions = {}): Promise<Zap> {
    const task = `turn on a Zap of ${trigger}`;
    checkOptions(task, options, "turnOn");
    const step = triggerStep(trigger, options, this.#reading(task, options));
    const { meta = {}, zap = unknownZap } = options;
    this.#zaps += 1;
    const target_url = options.target_url ?? `${hooks}${zap.id}/${this.#zaps}/`;
    const { runs, metadata } = this.#parts;
    const turned = new Zap({ app: metadata.app, runs, step, meta, zap, target_url });
    await turned.turnOn();
    return turned;
  }

  /** With OAuth: whether nothing works before the user has granted access at the API. */
  get needsGrant(): boolean {
    return this.#parts.connection.needsGrant;
  }

  /** Runs an action once. */
  async write(action: string, options: given.WriteOptions = {}): Promise<done.WriteRun> {
    const task = `write ${action}`;
    checkOptions(task, options, "write");
    const step = actionStep(action, options, this.#reading(task, options));
    return this.#run(task, reasonOf(options), (on) => write(step, on));
  }

  /** Searches once, reads what is found and, with `create`, creates what is not. */
  search(search: string, options: given.SearchOptions = {}): Promise<done.SearchRun> {
    return runSearch(search, options, this.#parts);
  }

  /** Opens the dynamic dropdown of a field: `sim.dropdown({ action: "create_ticket", field: "queue" })`. */
  dropdown(place: Place, options: given.DropdownOptions = {}): Promise<done.DropdownRun> {
    return this.#editor.dropdown(place, options);
  }

  /** Runs the search that a field is connected to: its match gives the field's value. */
  searchfill(place: Place, options: given.SearchOptions = {}): Promise<done.SearchfillRun> {
    return this.#editor.searchfill(place, options);
  }

  /** Asks for custom fields: `sim.customFields({ action: "create_ticket" })`. */
  customFields(whose: Whose, options: given.CustomFieldsOptions = {}): Promise<done.FieldsRun> {
    return this.#editor.customFields(whose, options);
  }

  /** Follows a pointer that `z.dehydrate` or `z.dehydrateFile` returned. */
  async hydrate(pointer: string, options: given.RunOptions = {}): Promise<done.HydrateRun> {
    const task = "hydrate";
    checkOptions(task, options, "hydrate");
    const { type, bundle } = readPointer(pointer);
    if (type === "method") return this.#run(task, reasonOf(options), (on) => hydrateMethod(bundle, on));
    const { result: file, ...report } = await this.#run(task, reasonOf(options), (on) =>
      hydrateFile(bundle, on),
    );
    return { ...report, ...(file && { file }) };
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
    const step = triggerStep(metadata.app.test_trigger, {}, this.#reading("test the account", {}));
    return connection.test(pollCall(step));
  }

  /**
   * Calls one method with a bundle of the caller's. The bundle must be what the platform would hand over, else a Failure
   * says what is wrong with it; what the method returns must be what the model says, else that is the error.
   */
  call(name: string, bundle: object): Promise<done.CallRun> {
    return callMethod(name, bundle, this.#parts);
  }

  /** Ends the script's thread. A run that is under way fails at once. */
  async close(): Promise<void> {
    await this.#parts.runs.close();
  }

  #run<T>(task: string, reason: Reason, work: (on: Running) => Promise<T>): Promise<Finished<T>> {
    return this.#parts.runs.run(task, reason, work);
  }

  #reading(task: string, options: given.RunOptions): Reading {
    return readingFor(task, options, this.#parts);
  }
}
