import { NotSimulated } from "../not-simulated.ts";
import type { Outcome, RunError } from "./run.ts";
import type { RunContext } from "./run-context.ts";
import { RunFailed } from "./run-failed.ts";

/** The end of a run. */
export interface RunEnd<T> {
  readonly outcome: Outcome;
  /** Absent where there is an error. */
  readonly result?: T;
  readonly error?: RunError;
}

/** Does the work of a run. Wrong use, which is not an outcome of a run, throws a Failure. */
export async function outcomeOf<T>(run: RunContext, work: () => Promise<T>): Promise<RunEnd<T>> {
  try {
    const result = await work();
    if (run.misuse) throw run.misuse;
    if (run.not_simulated) return { outcome: "error", error: run.not_simulated };
    return { outcome: run.stopped ? "stopped" : run.renewed ? "refreshed" : "succeeded", result };
  } catch (error) {
    if (run.misuse) throw run.misuse;
    if (run.not_simulated) return { outcome: "error", error: run.not_simulated };
    if (error instanceof RunFailed) return { outcome: consequenceOf(error), error: error.error };
    if (error instanceof NotSimulated)
      return { outcome: "error", error: { name: error.name, message: error.message } };
    throw error;
  }
}

/** The effect of an exception on the Zap. Source: docs/platform.md, "Exceptions". */
function consequenceOf({ exception }: RunFailed): Outcome {
  if (exception === "HaltedError") return "halted";
  if (exception === "ExpiredAuthError") return "turned_off";
  return "error";
}
