import { closest } from "fastest-levenshtein";
import type { Json } from "../model/bundles/shared.ts";
import type { Metadata, PollingTrigger, SessionAuth } from "../model/definitions.ts";
import { Failure } from "../model/failure.ts";
import type { Account } from "./account.ts";
import { labelBundle, metaOf, unknownZap } from "./bundle.ts";
import { checkBundle, methodNamed, resultError } from "./call-method.ts";
import { readFieldValues } from "./field-values.ts";
import { NotSimulated } from "./not-simulated.ts";
import { checkPollOptions, readTime, type Time } from "./options.ts";
import { poll } from "./poll.ts";
import type { NetworkOptions } from "./request/network.ts";
import { bareRequest } from "./request/prepared-request.ts";
import type { CallRun, PollOptions, Run, RunError } from "./run.ts";
import { type Methods, RunContext, type Subject } from "./run-context.ts";
import { RunFailed } from "./run-failed.ts";
import type { ScriptWorker } from "./script-worker.ts";
import { shapeList, shapeObject } from "./shape.ts";
import { shownValue } from "./shown-value.ts";
import { unlessAborted } from "./unless-aborted.ts";

interface Parts {
  readonly metadata: Metadata;
  readonly auth: SessionAuth;
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
  #now: Date | undefined;
  /** Runs take turns: there is one script thread and one session. */
  #last: Promise<unknown> = Promise.resolve();

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
    const subject = this.#subjectOf(trigger, { ...options, task });
    return this.#inTurn(task, async (run) => {
      const { result = [], error } = await outcomeOf(run, () => this.#items(run, subject));
      return { items: result, requests: run.requests, logs: run.logs, ...(error && { error }) };
    });
  }

  /**
   * What get_connection_label returns for the first item of the test trigger; undefined when the script has no such
   * method. Throws a Failure when the test of the account fails.
   */
  async connectionLabel(): Promise<string | undefined> {
    const task = "get the connection label";
    const trigger = this.#parts.metadata.app.test_trigger;
    const subject = this.#subjectOf(trigger, { task, meta: { test_poll: true } });
    if (!Object.hasOwn(this.#parts.methods, labelMethod)) return undefined;
    return this.#inTurn(task, async (run) => {
      const { result, error } = await outcomeOf(run, () => this.#label(run, subject));
      if (!error && (result === undefined || typeof result === "string")) return result;
      const { method = trigger, name, message } = error ?? notText(result);
      throw new Failure(`Failed to ${task}: ${method}: ${name}: ${message}`);
    });
  }

  /**
   * Calls one method with a bundle of the caller's. The bundle must be what the platform would hand over, else a Failure
   * says what is wrong with it; what the method returns must be what the model says, else that is the error.
   */
  async call(name: string, bundle: object): Promise<CallRun> {
    const { metadata, methods } = this.#parts;
    const method = methodNamed(name, metadata, Object.keys(methods));
    checkBundle(name, method, bundle);
    return this.#inTurn(`call ${name}`, async (run) => {
      const outcome = await outcomeOf(run, async () => (await run.call(name, bundle)).value);
      const error = outcome.error ?? resultError(name, method, outcome.result);
      const result = typeof outcome.result === "symbol" ? undefined : (outcome.result as Json);
      return { result, requests: run.requests, logs: run.logs, ...(error && { error }) };
    });
  }

  /** Ends the script's thread. A run that is under way fails at once. */
  async close(): Promise<void> {
    this.#closing.abort(new Error("the simulator is closed."));
    await this.#parts.worker.close();
  }

  async #label(run: RunContext, subject: Subject): Promise<unknown> {
    const test_result = shapeObject(await this.#poll(run, subject));
    const { auth_fields } = this.#parts.account;
    const bundle = labelBundle(bareRequest, auth_fields, {
      meta: subject.meta,
      zap: subject.zap,
      test_result,
    });
    return (await run.call(labelMethod, bundle)).value ?? undefined;
  }

  /** Of a test of the account there is one item at most. Source: runner, index.js, `runTrigger`. */
  async #items(run: RunContext, subject: Subject): Promise<Json[]> {
    const result = await this.#poll(run, subject);
    return subject.meta.test_poll ? [shapeObject(result)] : shapeList(result);
  }

  #poll(run: RunContext, subject: Subject): Promise<unknown> {
    const { account, auth } = this.#parts;
    return poll({ run, subject, account, auth });
  }

  #subjectOf(key: string, { task, trigger_fields = {}, meta, zap }: PollOptions & { task: string }): Subject {
    const trigger = this.#trigger(key, task);
    const { fields } = trigger;
    return {
      trigger,
      trigger_fields: readFieldValues(trigger_fields, { fields, kind: "trigger field", task }),
      meta: metaOf(meta),
      zap: zap ?? unknownZap,
    };
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

  #inTurn<T>(task: string, work: (run: RunContext) => Promise<T>): Promise<T> {
    const { signal } = this.#closing;
    const run = new RunContext({ ...this.#parts, now: this.#now });
    const turn = this.#last.then(async () => {
      try {
        return await unlessAborted(signal, () => work(run));
      } catch (error) {
        throw signal.aborted ? new Failure(`Failed to ${task}: the simulator is closed.`) : error;
      }
    });
    this.#last = turn.catch(() => {});
    return turn;
  }
}

async function outcomeOf<T>(
  run: RunContext,
  work: () => Promise<T>,
): Promise<{ result?: T; error?: RunError }> {
  try {
    const result = await work();
    if (run.misuse) throw run.misuse;
    return run.not_simulated ? { error: run.not_simulated } : { result };
  } catch (error) {
    if (run.misuse) throw run.misuse;
    if (error instanceof RunFailed) return { error: run.not_simulated ?? error.error };
    if (error instanceof NotSimulated) return { error: { name: error.name, message: error.message } };
    throw error;
  }
}

function notText(value: unknown): RunError {
  return {
    name: "TypeError",
    message: `it returned ${shownValue(value)}, and must return a text`,
    method: labelMethod,
  };
}
