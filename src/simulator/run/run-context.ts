import type { Meta, ZapInfo } from "../../model/bundles/shared.ts";
import { Failure } from "../../model/failure.ts";
import type { Client } from "../authentication/client.ts";
import type { FieldValues } from "../fields/form.ts";
import { scriptingLimit, scriptingTooLarge } from "../limits.ts";
import { checkNesting } from "../nesting.ts";
import type { Answerer } from "../network/answerer.ts";
import { type ExchangeParts, exchange } from "../network/exchange.ts";
import { sendForPlatform } from "../network/platform-request.ts";
import { RequestLog } from "../network/request-log.ts";
import { NotSimulated } from "../not-simulated.ts";
import { notAwaitedProblem, type Problem, promiseProblem, stateProblem } from "../problems/problem.ts";
import type { ScriptProcess } from "../process/script-process.ts";
import type { Methods, ReturnedValue, WireRequest, WireResponse } from "../protocol.ts";
import type { DraftRequest } from "../request/prepared-request.ts";
import { withoutUser } from "../request/urls.ts";
import type { Runtime } from "../runtime.ts";
import { shortened } from "../shown-value.ts";
import { controllerOfMany, unlessAborted } from "../unless-aborted.ts";
import type { Nonces } from "./nonces.ts";
import type { LogLine, RecordedRequest, RunError } from "./run.ts";
import { type RefreshAuthException, RunFailed, thrownBy } from "./run-failed.ts";
import { missingGlobal, withValues } from "./script-outcome.ts";
import type { StageLog } from "./stage-log.ts";

/** The result of a method of the script. */
export interface MethodResult {
  readonly value: unknown;
  /** The value of a `pre_` method as the platform sees it, where JSON would change it. */
  readonly request?: object;
  /** The keys that it returned as undefined. */
  readonly undefined_keys: readonly string[];
  /** The keys that it returned as functions. */
  readonly function_keys: readonly string[];
  /** True if the method returned a Promise: the platform does not see a result that comes later. */
  readonly promised: boolean;
}

interface RunContextParts {
  readonly methods: Methods;
  readonly process: ScriptProcess;
  readonly answerer: Answerer;
  readonly account: Account;
  readonly client: Client;
  readonly runtime: Runtime;
  /** Milliseconds that a call of a method, or a request of the platform, may take. */
  readonly time_limit: number;
  /** The time of the run. Left out: the time that it is. */
  readonly now?: Date | undefined;
  readonly nonces: Nonces;
  /** Is told of each method as it is called, and of nothing as it ends. */
  readonly onCall: (method: string | undefined) => void;
  /** Aborted when the simulator is closed. */
  readonly closing: AbortSignal;
  readonly stages: StageLog;
}

type ScriptCallResult = MethodResult & Pick<ReturnedValue, "changed" | "methods">;

interface UnansweredRequest {
  readonly failure: { readonly message: string };
}

/** One run: calls methods and sends requests, and writes down what happens. */
export class RunContext {
  readonly logs: LogLine[] = [];
  /** The problems of a run that goes on. */
  readonly problems: Problem[] = [];
  /** Set once the credentials have been renewed. */
  renewed = false;
  /** Set once a method has stopped its request. */
  stopped = false;
  /** Set once the script has used what is not simulated, whether or not it caught the error. */
  not_simulated: RunError | undefined;
  /** Set once the http handler has answered with something that is no Response. */
  misuse: Failure | undefined;
  readonly #log = new RequestLog();
  readonly #parts: RunContextParts;

  constructor(parts: RunContextParts) {
    this.#parts = parts;
  }

  get requests(): RecordedRequest[] {
    return this.#log.requests;
  }

  get runtime(): Runtime {
    return this.#parts.runtime;
  }

  /** The stages that the run goes through. */
  get stages(): StageLog {
    return this.#parts.stages;
  }

  /** The app's credentials at the API. */
  get client(): Client {
    return this.#parts.client;
  }

  /** The time of the run. */
  get now(): Date {
    return this.#parts.now ?? new Date();
  }

  /** A text in hexadecimal that is used once, for a request. */
  nonce(asked: object, bytes: number): string {
    const { nonces, now } = this.#parts;
    return nonces.next({ now, asked, bytes });
  }

  has(method: string): boolean {
    return Object.hasOwn(this.#parts.methods, method);
  }

  /** The script's methods, as it has declared them. */
  get methods(): Methods {
    return this.#parts.methods;
  }

  /** Notes what a method uses that one before it has left. */
  async noteState(before: readonly string[], method: string): Promise<void> {
    const names = await this.#parts.process.keptState(before, method);
    if (names.length > 0) this.problems.push(stateProblem(method, names));
  }

  /** Keeps the script's process, with what the script has made of its variables. Gives what lets it go. */
  holdScript(): () => void {
    return this.#parts.process.hold();
  }

  /**
   * Calls a method; with `goesOn`, where the call before it has left the script. An exception, and a call that does not end, is a
   * RunFailed.
   *
   * @param bundle - as `writtenBundle` writes it
   * @param on.goesOn - whether it goes on where the call before it has left the script
   * @param on.indexes - gets the indexes of the requests that the method sends
   */
  async call(
    method: string,
    bundle: string,
    { goesOn, indexes }: { readonly goesOn: boolean; readonly indexes: number[] },
  ): Promise<ScriptCallResult> {
    const call = controllerOfMany();
    const { process, now, onCall } = this.#parts;
    if (process.scriptSize + Buffer.byteLength(bundle) >= scriptingLimit) throw tooLarge(method);
    const pending = new Set<Promise<unknown>>();
    onCall(method);
    const called = process.call(
      { method, bundle, now, goesOn },
      {
        request: (request) => {
          const by = { by: "script", script_method: method } as const;
          const sent = this.#send((sending) => exchange(request, sending), {
            by,
            indexes,
            signal: call.signal,
          });
          pending.add(sent);
          const end = () => pending.delete(sent);
          sent.then(end, end);
          return sent;
        },
        log: (level, text) => this.logs.push({ level, text, method }),
        notSimulated: (message) => {
          this.not_simulated ??= { name: "NotSimulated", message, method };
        },
      },
    );
    const outcome = await called.finally(() => onCall(undefined));
    if ("returned" in outcome && outcome.unheard) {
      this.problems.push(notAwaitedProblem(method, outcome.unheard));
      await this.#answered(pending);
    }
    call.abort(new Error(`${method} has ended.`));
    if ("late" in outcome) throw this.#didNotEnd(method);
    const { runtime, account } = this.#parts;
    const missing =
      "thrown" in outcome && runtime === "converted" ? missingGlobal(outcome.thrown) : undefined;
    if (missing)
      this.not_simulated ??= {
        name: "NotSimulated",
        message: new NotSimulated(`The global ${missing}`).message,
        method,
      };
    if ("thrown" in outcome)
      throw thrownBy(method, { thrown: outcome.thrown, refusal: account.refusal, runtime });
    const { json, values, beyond_json, promise, ...keys } = outcome.returned;
    // A symbol is neither nothing nor JSON here either.
    const value = json === undefined ? beyond_json && Symbol(beyond_json) : parsed(json, method);
    if (promise === "not awaited") this.problems.push(promiseProblem(method, promise));
    const request = values === undefined ? undefined : Object(withValues(parsed(values, method)));
    return { value, promised: promise === "awaited", ...keys, ...(request && { request }) };
  }

  /** Waits for the answers to requests that a method has left behind, as long as a call may take. */
  async #answered(pending: ReadonlySet<Promise<unknown>>): Promise<void> {
    const late = AbortSignal.timeout(this.#parts.time_limit);
    const end = AbortSignal.any([late, this.#parts.closing]);
    await unlessAborted(end, () => Promise.allSettled(pending)).catch(() => {});
  }

  /** Sends a request of the platform's own. Throws a RunFailed when no answer comes. */
  async send(prepared: WireRequest): Promise<WireResponse> {
    const stage = this.stages.begin("sent");
    const request = { ...prepared, ...stage.edited("request") };
    const indexes: number[] = [];
    const limit = new AbortController();
    const late = new Error(`more than ${this.#parts.time_limit / 1000} s have passed.`);
    const timer = setTimeout(() => limit.abort(late), this.#parts.time_limit);
    const close = () => limit.abort(this.#parts.closing.reason);
    this.#parts.closing.addEventListener("abort", close);
    const by = { by: "platform" } as const;
    const sent = { by, indexes, signal: limit.signal };
    const answer = await this.#send((sending) => sendForPlatform(request, sending), sent);
    this.#parts.closing.removeEventListener("abort", close);
    clearTimeout(timer);
    stage.end({ requests: indexes });
    if ("response" in answer) return answer.response;
    throw new RunFailed({
      name: "RequestError",
      message: `${request.method} ${shortened(withoutUser(request.url))} got no answer: ${answer.failure.message}`,
    });
  }

  async #send<T>(
    send: (sending: ExchangeParts) => Promise<T>,
    own: Pick<ExchangeParts, "by" | "indexes" | "signal">,
  ): Promise<T | UnansweredRequest> {
    const { answerer, stages } = this.#parts;
    try {
      return await send({
        ...own,
        log: this.#log,
        answerer,
        editedAnswer: (index) => stages.answer(index),
      });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.misuse ??= error;
      return { failure: { message: error.message } };
    }
  }

  #didNotEnd(method: string): RunFailed {
    const seconds = this.#parts.time_limit / 1000;
    const asynchronous = (this.#parts.methods[method] ?? 0) > 1;
    return new RunFailed({
      // Assumed: its name on the platform.
      name: "TimeLimitError",
      message: `${method} did not end within ${seconds} s.`,
      method,
      ...(asynchronous && {
        hint: "It has a second parameter, so the platform waits until it calls that callback.",
      }),
    });
  }
}

function parsed(json: string, method: string): unknown {
  checkNesting(json, `The result of ${method}`);
  try {
    return JSON.parse(json);
  } catch {
    // Only of a script that has left its realm.
    throw new RunFailed({
      name: "Error",
      message: "The script's process sent a result that is no JSON.",
      method,
    });
  }
}

function tooLarge(method: string): RunFailed {
  return new RunFailed({
    // Assumed: its name on the platform.
    name: "PayloadLimitError",
    message: scriptingTooLarge,
    method,
    hint: "The script and the bundle, with the answer in it, must stay below 6 MB: ask for less.",
  });
}

/** Why the platform calls, and for which Zap. */
export interface Reason {
  readonly meta: Meta;
  readonly zap: ZapInfo;
}

/** The run that is under way, its account and its reason. */
export interface ActiveRun {
  readonly run: RunContext;
  readonly account: Account;
  readonly reason: Reason;
}

/** The sender of a request, and the values that it is authenticated with. */
export interface Sender extends Pick<ActiveRun, "run" | "account"> {
  readonly auth_fields: FieldValues;
}

/** A connected account, of any type of authentication. */
export interface Account {
  /** The values that the user typed, and those that the platform has got for them. */
  readonly stored: FieldValues;
  /** The values that the methods of a step see of the account: those that are stored, and those that a mapping adds. */
  readonly auth_fields: FieldValues;
  /** The name of an exception that asks for new credentials. */
  readonly refusal: RefreshAuthException;
  /** False where user name and password wait until the API asks for them. */
  readonly preemptive?: false;
  /** Gets what the first request needs, unless it is there. */
  connect(on: ActiveRun): Promise<void>;
  /** Puts into a request what belongs there: as it is prepared, and again before it is sent, when methods may have changed it. */
  authenticate(request: DraftRequest, auth_fields: FieldValues): DraftRequest;
  /** Signs a request as it is about to be sent: its variables are rendered, its params are not in the address yet. */
  sign(request: DraftRequest, sender: Sender): Promise<DraftRequest>;
  /** Throws when an answer says that the credentials are no longer valid and there is a way to get new ones. */
  checkAnswer(response: WireResponse): void;
  /** Gets new credentials, if `error` asks for that and there is a way. Tells whether it has. */
  renew(error: unknown, on: ActiveRun): Promise<boolean>;
}
