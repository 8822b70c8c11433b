import { sessionBundle } from "./bundle.ts";
import { bareRequest } from "./request/prepared-request.ts";
import { isPlainObject } from "./request/variables.ts";
import type { RunContext, Subject } from "./run-context.ts";
import { RunFailed } from "./run-failed.ts";
import { shownValue } from "./shown-value.ts";

const method = "get_session_info";

type Reason = Pick<Subject, "meta" | "zap">;

/** The account: what the user typed, and what `get_session_info` has returned for it. */
export class Account {
  #auth_fields: { readonly [key: string]: unknown };
  #connected = false;

  constructor(typed: { readonly [key: string]: unknown }) {
    this.#auth_fields = typed;
  }

  get auth_fields(): { readonly [key: string]: unknown } {
    return this.#auth_fields;
  }

  /** Runs `get_session_info` unless it has run before. */
  async connect(run: RunContext, reason: Reason): Promise<void> {
    if (!this.#connected && run.has(method)) await this.renew(run, reason);
  }

  /** Runs `get_session_info`; what it returns is among the auth fields from then on. */
  async renew(run: RunContext, { meta, zap }: Reason): Promise<void> {
    const bundle = sessionBundle(bareRequest, this.#auth_fields, { meta, zap });
    const { value } = await run.call(method, bundle);
    // Assumed: the platform refuses what it cannot mix in.
    if (!isPlainObject(value)) {
      const message = `${method} returned ${shownValue(value)}, and must return an object.`;
      throw new RunFailed({ name: "TypeError", message, method });
    }
    this.#auth_fields = { ...this.#auth_fields, ...value };
    this.#connected = true;
  }

  /** Whether the credentials are refused and there is a way to get new ones. */
  canRenewAfter(error: unknown, run: RunContext): boolean {
    return error instanceof RunFailed && error.exception === "RefreshAuthError" && run.has(method);
  }
}
