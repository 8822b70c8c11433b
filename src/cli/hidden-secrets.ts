import { DataFailure, Failure } from "../model/failure.ts";
import type { Simulator } from "../simulator/index.ts";

/** Hides the credentials of simulators' accounts, and other secrets, in everything that a command prints. */
export class HiddenSecrets {
  readonly #simulators: Simulator[] = [];
  readonly #areShown: boolean;

  /** @param options - `showSecrets` hides nothing. */
  constructor({ showSecrets = false }: { readonly showSecrets?: boolean }) {
    this.#areShown = showSecrets;
  }

  /** The simulator may be closed by the time that something is printed. */
  areThoseOf(simulator: Simulator): void {
    this.#simulators.push(simulator);
  }

  /** A text without them. JSON stays JSON. */
  hidden(text: string): string {
    if (this.#areShown) return text;
    return this.#simulators.reduce((rest, simulator) => simulator.redacted(rest), text);
  }

  /** An error whose message has none. */
  hiddenInError(error: unknown): unknown {
    if (!(error instanceof Error)) return error;
    if (!(error instanceof Failure)) {
      error.message = this.hidden(error.message);
      return error;
    }
    const { fault, hint, cause } = error;
    const Kind = error instanceof DataFailure ? DataFailure : Failure;
    return new Kind(this.hidden(fault), {
      ...(hint !== undefined && { hint: this.hidden(hint) }),
      ...(cause !== undefined && { cause }),
    });
  }
}
