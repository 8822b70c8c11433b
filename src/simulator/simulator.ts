import { closest } from "fastest-levenshtein";
import type { Json } from "../model/bundles/shared.ts";
import type { Metadata, PollingTrigger } from "../model/definitions.ts";
import { Failure } from "../model/failure.ts";
import type { Account } from "./authentication/account.ts";
import { checkBundle, methodNamed, resultError } from "./call-method.ts";
import { readFieldValues } from "./fields/field-values.ts";
import { checkPollOptions, readTime, type Time } from "./options.ts";
import type { NetworkOptions } from "./request/network.ts";
import { bareRequest } from "./request/prepared-request.ts";
import { type Ended, outcomeOf } from "./run/outcome.ts";
import type { CallRun, PollOptions, Run, RunError } from "./run/run.ts";
import { type Methods, type Reason, RunContext, type Running } from "./run/run-context.ts";
import type { ScriptWorker } from "./script-worker.ts";
import { shownValue } from "./shown-value.ts";
import { accountBundle, metaOf, unknownZap } from "./steps/bundle.ts";
import { type ManagedCall, manage } from "./steps/managed-call.ts";
import { shapeList, shapeObject } from "./steps/shape.ts";
import { pollCall } from "./steps/trigger.ts";
import { Turns } from "./turns.ts";

interface Parts {
  readonly metadata: Metadata;
  readonly methods: Methods;
  readonly worker: ScriptWorker;
  readonly network: NetworkOptions;
  readonly time_limit: number;
  readonly account: Account;
}

const labelMethod = "get_connection_label";

/** An integration on the platform, with one connected account. */
export class Simulator {
  readonly #parts: Parts & { readonly closing: AbortSignal };
  readonly #closing = new AbortController();
  readonly #turns = new Turns(this.#closing.signal);
  #now: Date | undefined;

  constructor({ now, ...parts }: Parts & { readonly now?: Date | undefined }) {
    this.#parts = { ...parts, closing: this.#closing.signal };
    this.#now = now;
  }

  /**
   * What is run from now on happens at this time: `sim.at("2026-03-01T09:00:00Z")`. The script's clock stands still there, but
   * for what its timers wait; nobody really waits.
   */
  at(time: Time): void {
    this.#now = readTime("set the time", time);
  }

  /** Polls a trigger once. What goes wrong in the run is in `error`; wrong use throws a Failure. */
  async poll(trigger: string, options: PollOptions = {}): Promise<Run> {
    const task = `poll ${trigger}`;
    checkPollOptions(task, options);
    const call = this.#pollCall(trigger, { ...options, task });
    const reason = { meta: metaOf(options.meta), zap: options.zap ?? unknownZap };
    const run = await this.#run(task, reason, async (on) => {
      const result = await manage(call, on);
      // Of a test of the account there is one item at most. Source: runner, index.js, `runTrigger`.
      return reason.meta.test_poll ? [shapeObject(result)] : shapeList(result);
    });
    const { result: items = [], ...rest } = run;
    return { items, ...rest };
  }

  /**
   * What get_connection_label returns for the first item of the test trigger; undefined when the script has no such
   * method. Throws a Failure when the test of the account fails.
   */
  async connectionLabel(): Promise<string | undefined> {
    const task = "get the connection label";
    const trigger = this.#parts.metadata.app.test_trigger;
    const call = this.#pollCall(trigger, { task });
    if (!Object.hasOwn(this.#parts.methods, labelMethod)) return undefined;
    const reason = { meta: metaOf({ test_poll: true }), zap: unknownZap };
    const { result, error } = await this.#run(task, reason, (on) => this.#label(call, on));
    if (!error && (result === undefined || typeof result === "string")) return result;
    const { method = trigger, name, message } = error ?? notText(result);
    throw new Failure(`Failed to ${task}: ${method}: ${name}: ${message}`);
  }

  /**
   * Calls one method with a bundle of the caller's. The bundle must be what the platform would hand over, else a Failure
   * says what is wrong with it; what the method returns must be what the model says, else that is the error.
   */
  async call(name: string, bundle: object): Promise<CallRun> {
    const { metadata, methods } = this.#parts;
    const method = methodNamed(name, metadata, Object.keys(methods));
    checkBundle(name, method, bundle);
    const reason = { meta: metaOf(), zap: unknownZap };
    const { result: returned, ...run } = await this.#run(
      `call ${name}`,
      reason,
      async (on) => (await on.run.call(name, bundle)).value,
    );
    const error = run.error ?? resultError(name, method, returned);
    const result = typeof returned === "symbol" ? undefined : (returned as Json);
    return { result, ...run, ...(error && { outcome: "error", error }) };
  }

  /** Ends the script's thread. A run that is under way fails at once. */
  async close(): Promise<void> {
    this.#closing.abort(new Error("the simulator is closed."));
    await this.#parts.worker.close();
  }

  /** Does the work of one run in its turn, and tells what happened. */
  #run<T>(
    task: string,
    reason: Reason,
    work: (on: Running) => Promise<T>,
  ): Promise<Ended<T> & Pick<Run, "requests" | "logs">> {
    const run = new RunContext({ ...this.#parts, now: this.#now });
    return this.#turns.take(task, async () => {
      const ended = await outcomeOf(run, () => work({ run, account: this.#parts.account, reason }));
      return { ...ended, requests: run.requests, logs: run.logs };
    });
  }

  async #label(call: ManagedCall, on: Running): Promise<unknown> {
    const test_result = shapeObject(await manage(call, on));
    const bundle = { ...accountBundle(bareRequest, on.account.stored, on.reason), test_result };
    return (await on.run.call(labelMethod, bundle)).value ?? undefined;
  }

  #pollCall(key: string, { task, trigger_fields = {} }: PollOptions & { task: string }): ManagedCall {
    const trigger = this.#trigger(key, task);
    const { fields } = trigger;
    return pollCall({
      trigger,
      trigger_fields: readFieldValues(trigger_fields, { fields, kind: "trigger field", task }),
    });
  }

  #trigger(key: string, task: string): PollingTrigger {
    const { triggers } = this.#parts.metadata;
    const found = triggers.find((trigger) => trigger.key === key);
    if (found?.type === "polling") return found;
    if (found)
      throw new Failure(`Failed to ${task}: a trigger of the type "${found.type}" is not simulated yet.`);
    const keys = triggers.map((trigger) => trigger.key);
    const hint =
      keys.length > 0
        ? `Did you mean ${closest(String(key), keys)}? There are: ${keys.join(", ")}.`
        : undefined;
    throw new Failure(`Failed to ${task}: the metadata has no trigger "${key}".`, { hint });
  }
}

function notText(value: unknown): RunError {
  return {
    name: "TypeError",
    message: `it returned ${shownValue(value)}, and must return a text`,
    method: labelMethod,
  };
}
