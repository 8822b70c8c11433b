import { closest } from "fastest-levenshtein";
import type { Json } from "../model/bundles.ts";
import type { Metadata, Trigger } from "../model/definitions.ts";
import { Failure } from "../model/failure.ts";
import type { Account } from "./account.ts";
import { labelBundle, metaOf, unknownZap } from "./bundle.ts";
import { readFieldValues } from "./field-values.ts";
import { NotSimulated } from "./not-simulated.ts";
import { checkPollOptions } from "./options.ts";
import { poll } from "./poll.ts";
import type { NetworkOptions } from "./request/network.ts";
import { bareRequest } from "./request/prepared-request.ts";
import type { PollOptions, Run, RunError } from "./run.ts";
import { type Methods, RunContext, type Subject } from "./run-context.ts";
import { RunFailed } from "./run-failed.ts";
import type { ScriptWorker } from "./script-worker.ts";
import { shapeList, shapeObject } from "./shape.ts";

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
  readonly #parts: Parts;
  /** Runs take turns: there is one script thread and one session. */
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Polls a trigger once. What goes wrong in the run is in `error`; wrong use throws a Failure. */
  async poll(trigger: string, options: PollOptions = {}): Promise<Run> {
    const task = `poll ${trigger}`;
    checkPollOptions(task, options);
    const subject = this.#subjectOf(trigger, { ...options, task });
    return this.#inTurn(task, async () => {
      const run = new RunContext(this.#parts);
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
    return this.#inTurn(task, async () => {
      const run = new RunContext(this.#parts);
      const { result, error } = await outcomeOf(run, () => this.#label(run, subject));
      if (!error && (result === undefined || typeof result === "string")) return result;
      const { method = trigger, name, message } = error ?? notText(result);
      throw new Failure(`Failed to ${task}: ${method}: ${name}: ${message}`);
    });
  }

  /** Ends the script's thread. */
  async close(): Promise<void> {
    this.#closed = true;
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
    const { account, metadata } = this.#parts;
    return poll({ run, subject, account, auth: metadata.app.auth });
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

  #trigger(key: string, task: string): Trigger {
    const { triggers } = this.#parts.metadata;
    const found = triggers.find((trigger) => trigger.key === key);
    if (found) return found;
    const keys = triggers.map((trigger) => trigger.key);
    const hint =
      keys.length > 0 ? `Did you mean ${closest(key, keys)}? There are: ${keys.join(", ")}.` : undefined;
    throw new Failure(`Failed to ${task}: the metadata has no trigger "${key}".`, { hint });
  }

  #inTurn<T>(task: string, work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => {
      if (this.#closed) throw new Failure(`Failed to ${task}: the simulator is closed.`);
      return work();
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
    message: `it returned ${JSON.stringify(value)}, and must return a text`,
    method: labelMethod,
  };
}
