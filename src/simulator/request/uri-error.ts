import { RunFailed } from "../run/run-failed.ts";

/**
 * The result of encoding or decoding. Half of a surrogate pair cannot be encoded, `%` without two digits and what is not UTF-8 cannot be
 * decoded: that fails the run.
 */
export function orUriError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new RunFailed({ name: "URIError", message: error.message });
  }
}
