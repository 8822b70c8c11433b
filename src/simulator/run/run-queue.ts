import type { Client } from "../authentication/client.ts";
import type { Answerer } from "../network/answerer.ts";
import { readTime, type Time } from "../options.ts";
import { credentialProblems } from "../problems/credentials.ts";
import type { Problem } from "../problems/problem.ts";
import type { ScriptProcess } from "../process/script-process.ts";
import type { Methods } from "../protocol.ts";
import type { Recorder } from "../recording/recorder.ts";
import { type AccountValue, secretsOf } from "../redaction/known-values.ts";
import type { Secret } from "../redaction/needles.ts";
import { Redactor } from "../redaction/redactor.ts";
import type { Runtime } from "../runtime.ts";
import { Turns } from "../turns.ts";
import { controllerOfMany } from "../unless-aborted.ts";
import { Nonces } from "./nonces.ts";
import { outcomeOf } from "./outcome.ts";
import type { RunError, RunReport } from "./run.ts";
import type { Account } from "./run-context.ts";
import { type ActiveRun, type Reason, RunContext } from "./run-context.ts";
import { sourceStack } from "./source-stack.ts";
import type { Edit } from "./stage.ts";
import { StageLog } from "./stage-log.ts";

/** The parts that the runs of one integration share. */
export interface RunParts {
  readonly methods: Methods;
  readonly process: ScriptProcess;
  readonly answerer: Answerer;
  readonly runtime: Runtime;
  readonly time_limit: number;
  readonly account: Account;
  readonly client: Client;
  /** The credentials that the account has at this moment. */
  readonly credentials: () => readonly AccountValue[];
  readonly recorder?: Recorder;
  /** When they happen; the present when it is left out. */
  readonly now?: Date | undefined;
  /** Is told of each method as it is called, and of nothing as it ends. */
  readonly onCall: (method: string | undefined) => void;
  /** True if runs list their stages. */
  readonly keepsStages: boolean;
}

/** One run: its work, and its results besides the report. */
export interface RunTask<Result, Output extends object> {
  readonly reason: Reason;
  readonly edits?: readonly Edit[] | undefined;
  readonly work: (on: ActiveRun) => Promise<Result>;
  /** The values of a run besides its report, made of the work's result: undefined when the run failed. */
  readonly outputOf: (result: Result | undefined) => Output;
  /** The problems of these, besides credentials in them. */
  readonly check?: (output: Output) => readonly Problem[];
}

/** Makes runs, one after the other. */
export class RunQueue {
  readonly #parts: RunParts;
  readonly #closing = controllerOfMany();
  readonly #turns = new Turns(this.#closing.signal);
  readonly #nonces = new Nonces();
  readonly #redactor = new Redactor();
  #now: Date | undefined;

  constructor(parts: RunParts) {
    this.#parts = parts;
    this.#now = parts.now;
  }

  /** When the next run happens. */
  get now(): Date {
    return this.#now ?? new Date();
  }

  /** The engine that runs the script. */
  get runtime(): Runtime {
    return this.#parts.runtime;
  }

  /** The time of what is run from now on. */
  at(time: Time): void {
    this.#now = readTime("set the time", time);
  }

  /**
   * Does the work of one run in its turn, and tells what happened.
   *
   * @param task - what it is, for messages: `poll thing`
   */
  run<Result, Output extends object>(
    task: string,
    { reason, edits = [], work, outputOf, check }: RunTask<Result, Output>,
  ): Promise<Output & RunReport> {
    const { account, keepsStages } = this.#parts;
    const log = new StageLog({ keeps: keepsStages, edits });
    const run = new RunContext({
      ...this.#parts,
      now: this.#now,
      nonces: this.#nonces,
      closing: this.#closing.signal,
      stages: log,
    });
    return this.#turns.take(task, async () => {
      const before = this.#knownCredentials();
      const { result, error, ...ended } = await this.#recorded(() =>
        outcomeOf(run, () => work({ run, account, reason })),
      );
      if (!error) log.checkEdits(task);
      const output = outputOf(result);
      // A refresh replaces tokens while the run is under way.
      const known = [...before, ...this.#knownCredentials()];
      const problems = [...run.problems, ...(check?.(output) ?? []), ...credentialProblems(output, known)];
      const failed = error && { error: await this.#shown(error) };
      const { stages } = log;
      return {
        ...{ ...ended, ...failed, ...output, problems, requests: run.requests, logs: run.logs },
        ...(stages && { stages }),
      };
    });
  }

  async #shown(error: RunError): Promise<RunError> {
    const { stack, method, message } = error;
    // The platform's messages name addresses and answers. Source: core, prepare-response.js, which censors the address.
    const text = method === undefined ? this.redacted(message) : message;
    const own = stack === undefined ? undefined : await sourceStack(stack, this.#parts.process.script);
    return { ...error, message: text, ...own };
  }

  /** A text without the credentials that the account has or has had, and without what else is secret by its name. */
  redacted(text: string): string {
    this.#knownCredentials();
    return this.#redactor.text(text);
  }

  /** The values that `redacted` takes out. */
  get secrets(): readonly Secret[] {
    this.#knownCredentials();
    return this.#redactor.secrets;
  }

  /** Those that the account has now. The redactor knows all that it ever had. */
  #knownCredentials(): readonly AccountValue[] {
    const credentials = this.#parts.credentials();
    this.#redactor.learn(secretsOf(credentials));
    return credentials;
  }

  async #recorded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } finally {
      this.#parts.recorder?.save();
    }
  }

  /** Ends the script's process. A run that is under way fails at once. */
  async close(): Promise<void> {
    this.#closing.abort(new Error("the simulator is closed."));
    await this.#parts.process.close();
  }
}

/** The values of a run that only reports. */
export const nothing = (): object => ({});
