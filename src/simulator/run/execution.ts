import type { Json } from "../../model/bundles/shared.ts";
import type { Methods } from "../protocol.ts";
import { editedBundle, fillWith, writtenBundle } from "./bundle-text.ts";
import type { Account, ActiveRun, MethodResult, RunContext } from "./run-context.ts";
import { RunFailed } from "./run-failed.ts";
import type { MethodStage } from "./stage.ts";

/**
 * One execution of the app. On the converted runtime its methods run in one evaluation of the script: later ones see its variables as
 * earlier ones have left them, and what those have written into the values of the account and the user. Source: docs/platform.md, "How
 * it is today"; runner, index.js and bundle.js. On the legacy runtime each method begins anew, as documented.
 */
export class Execution {
  readonly run: RunContext;
  readonly #live = new Set<object>();
  #methods: Methods;
  /** The methods that were called, in their order. */
  readonly #called: string[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor(run: RunContext) {
    this.run = run;
    this.#methods = run.methods;
  }

  /** Tells whether the platform calls the method: its name is looked up as it is called. */
  has(method: string): boolean {
    return Object.hasOwn(this.#methods, method);
  }

  /** A copy of values that methods can change for those after them, and for the request. */
  live<T>(values: T): T {
    if (typeof values !== "object" || values === null || this.run.runtime === "legacy") return values;
    const copy = structuredClone(values);
    this.#live.add(copy);
    return copy;
  }

  /** Calls a method once those before it have ended. An exception, and a call that does not end, is a RunFailed. */
  call(method: string, bundle: object): Promise<MethodResult> {
    const result = this.#last.then(() => this.#call(method, bundle));
    this.#last = result.catch(() => {});
    return result;
  }

  async #call(method: string, bundle: object): Promise<MethodResult> {
    // Source: runner, index.js, `runEvent`: it calls nothing but functions.
    if (this.#methods[method] === null) return nothing;
    const { logs, stages } = this.run;
    const stage = stages.begin("method");
    const given = editedBundle(bundle, stage.edited("bundle"), this.#live);
    const shown = stage.keeps && { bundle: JSON.parse(JSON.stringify(given)) as Json };
    const requests: number[] = [];
    const firstLog = logs.length;
    const end = (how: Pick<MethodStage, "result" | "error">) => {
      const ownLogs = logs.slice(firstLog).map((_, index) => firstLog + index);
      stage.end({ method, bundle: null, ...shown, ...how, requests, logs: ownLogs });
    };
    try {
      const edited = stage.edited("result");
      const result =
        edited === undefined
          ? await this.#callScript(method, given, requests)
          : { ...nothing, value: edited };
      end(typeof result.value === "symbol" ? {} : { result: result.value as Json });
      return result;
    } catch (error) {
      end(error instanceof RunFailed ? { error: error.error } : {});
      throw error;
    }
  }

  /** @param requests - gets the indexes of the requests that the method sends */
  async #callScript(method: string, bundle: object, requests: number[]): Promise<MethodResult> {
    const { run } = this;
    const { text, kept } = writtenBundle(bundle, this.#live);
    const goesOn = run.runtime === "converted" && this.#called.length > 0;
    if (goesOn) await run.noteState(this.#called, method);
    this.#called.push(method);
    const { changed = [], methods, ...result } = await run.call(method, text, { goesOn, indexes: requests });
    kept.forEach((object, index) => {
      replaceContent(object, changed[index]);
    });
    this.#methods = methods ?? this.#methods;
    return result;
  }
}

const nothing: MethodResult = {
  value: undefined,
  undefined_keys: [],
  function_keys: [],
  promised: false,
};

/** A run with the execution that is under way. */
export interface ActiveExecution extends ActiveRun {
  readonly execution: Execution;
  /** The values that requests are authenticated with, as methods have left them. */
  readonly auth_fields: Account["auth_fields"];
}

/** Does work in an execution of its own. */
export async function executed<T>(on: ActiveRun, work: (on: ActiveExecution) => Promise<T>): Promise<T> {
  const execution = new Execution(on.run);
  const release = on.run.holdScript();
  try {
    return await work({ ...on, execution, auth_fields: execution.live(on.account.auth_fields) });
  } finally {
    release();
  }
}

function replaceContent(object: object, json: string | null | undefined): void {
  fillWith(object, json ? JSON.parse(json) : undefined);
}
