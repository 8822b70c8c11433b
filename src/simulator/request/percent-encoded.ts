import { RunFailed } from "../run/run-failed.ts";

/** What `encode` gives. Half of a surrogate pair cannot be encoded: that fails the run. */
export function percentEncoded(encode: () => string): string {
  try {
    return encode();
  } catch (error) {
    throw new RunFailed({ name: "URIError", message: (error as Error).message });
  }
}
