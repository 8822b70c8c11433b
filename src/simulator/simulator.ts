import type { Json } from "../model/bundles/shared.ts";
import type { Metadata } from "../model/definitions.ts";
import { Failure } from "../model/failure.ts";
import type { AccountTest } from "./authentication/account-test.ts";
import type { AuthorizeRun, Connection, ConnectRun } from "./authentication/connection.ts";
import type { AuthorizeOptions, Redirect } from "./authentication/oauth.ts";
import { checkBundle, methodNamed, resultError } from "./call-method.ts";
import { declared } from "./declared.ts";
import { readFieldValues } from "./fields/field-values.ts";
import { checkOptions, type Time } from "./options.ts";
import type { CallRun, PollOptions, Run, RunOptions, TurnOnOptions } from "./run/run.ts";
import type { Methods, Reason } from "./run/run-context.ts";
import type { Runs } from "./run/runs.ts";
import { metaOf, unknownZap } from "./steps/bundle.ts";
import { manage } from "./steps/managed-call.ts";
import { shapeList, shapeObject } from "./steps/shape.ts";
import { pollCall, type TriggerStep } from "./steps/trigger.ts";
import { Zap } from "./zap.ts";

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
  #zaps = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * What is run from now on happens at this time: `sim.at("2026-03-01T09:00:00Z")`. The script's clock stands still there, but
   * for what its timers wait; nobody really waits.
   */
  at(time: Time): void {
    this.#parts.runs.at(time);
  }

  /** Polls a trigger once. What goes wrong in the run is in `error`; wrong use throws a Failure. */
  async poll(trigger: string, options: PollOptions = {}): Promise<Run> {
    const task = `poll ${trigger}`;
    checkOptions(task, options, "poll");
    const step = this.#triggerStep(trigger, task, options);
    const reason = reasonOf(options);
    mustBePolled(step, reason, task);
    const run = await this.#parts.runs.run(task, reason, async (on) => {
      const result = await manage(pollCall(step), on);
      // Of a test of the account there is one item at most. Source: runner, index.js, `runTrigger`.
      return reason.meta.test_poll ? [shapeObject(result)] : shapeList(result);
    });
    const { result = [], ...report } = run;
    // Source: platform-facts, "Polling and deduplication".
    const items = reason.meta.frontend ? result.slice(0, 3) : result;
    return { ...report, items };
  }

  /**
   * Turns a Zap with this trigger on: a polling trigger is polled once, and its items only remembered; a REST hook
   * subscribes. What that did is in `turnedOn`.
   */
  async turnOn(trigger: string, options: TurnOnOptions = {}): Promise<Zap> {
    const task = `turn on a Zap of ${trigger}`;
    checkOptions(task, options, "turnOn");
    const step = this.#triggerStep(trigger, task, options);
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
    const step = this.#triggerStep(metadata.app.test_trigger, "test the account", {});
    return connection.test(pollCall(step));
  }

  /**
   * Calls one method with a bundle of the caller's. The bundle must be what the platform would hand over, else a Failure
   * says what is wrong with it; what the method returns must be what the model says, else that is the error.
   */
  async call(name: string, bundle: object): Promise<CallRun> {
    const { metadata, methods, runs } = this.#parts;
    const method = methodNamed(name, metadata, Object.keys(methods));
    checkBundle(name, method, bundle);
    const { result: returned, ...run } = await runs.run(
      `call ${name}`,
      reasonOf({}),
      async (on) => (await on.run.call(name, bundle)).value,
    );
    const error = run.error ?? resultError(name, method, returned);
    const result = typeof returned === "symbol" ? undefined : (returned as Json);
    return { result, ...run, ...(error && { outcome: "error", error }) };
  }

  /** Ends the script's thread. A run that is under way fails at once. */
  async close(): Promise<void> {
    await this.#parts.runs.close();
  }

  #triggerStep(key: string, task: string, { trigger_fields = {} }: PollOptions): TriggerStep {
    const trigger = declared(key, this.#parts.metadata.triggers, { task, kind: "trigger" });
    const { fields } = trigger;
    const form = { fields, kind: "trigger field", task };
    return { trigger, trigger_fields: readFieldValues(trigger_fields, form) };
  }
}

function reasonOf({ meta, zap = unknownZap }: RunOptions): Reason {
  return { meta: metaOf(meta), zap };
}

/** The polling URL of a hook trigger serves the editor only. Source: the archived documentation, "Set a polling URL". */
function mustBePolled({ trigger }: TriggerStep, { meta }: Reason, task: string): void {
  if (trigger.type === "polling") return;
  if (trigger.url === undefined)
    throw new Failure(`Failed to ${task}: the trigger waits for hooks, and has no URL to poll.`);
  if (meta.frontend || meta.test_poll || meta.prefill) return;
  throw new Failure(`Failed to ${task}: the trigger waits for hooks.`, {
    hint: "The platform polls it for samples only, with { meta: { frontend: true } }. For hooks, turn a Zap on.",
  });
}
