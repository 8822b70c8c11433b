import type { SessionAuth } from "../../model/definitions.ts";
import type { FieldValues } from "../fields/field-values.ts";
import { isPlainObject } from "../json.ts";
import type { WireResponse } from "../protocol.ts";
import { bareRequest, type DraftRequest } from "../request/prepared-request.ts";
import { withoutUser } from "../request/urls.ts";
import { executed } from "../run/execution.ts";
import type { Account, ActiveRun } from "../run/run-context.ts";
import { RunFailed } from "../run/run-failed.ts";
import { shownValue } from "../shown-value.ts";
import { accountBundle } from "../steps/bundle.ts";
import { place } from "./placement.ts";

const method = "get_session_info";

/** A session: the values that the user typed, and those that `get_session_info` has returned for them. */
export class SessionAccount implements Account {
  readonly refusal = "InvalidSessionException";
  readonly #auth: SessionAuth;
  #stored: FieldValues;
  #connected = false;

  constructor(auth: SessionAuth, typed: FieldValues) {
    this.#auth = auth;
    this.#stored = typed;
  }

  get stored(): FieldValues {
    return this.#stored;
  }

  get auth_fields(): FieldValues {
    return this.#stored;
  }

  async connect(on: ActiveRun): Promise<void> {
    if (!this.#connected && on.run.has(method)) await this.#startSession(on);
  }

  authenticate(request: DraftRequest, auth_fields: FieldValues): DraftRequest {
    return place(request, { ...this.#auth, auth_fields });
  }

  async sign(request: DraftRequest): Promise<DraftRequest> {
    return request;
  }

  checkAnswer({ url, status }: WireResponse): void {
    if (status !== 401) return;
    // Assumed: the text. The platform has none, because it renews the session.
    const message = `The server returned 401 to ${withoutUser(url)}: the session is not valid.`;
    throw new RunFailed({ name: this.refusal, message }, "RefreshAuthError");
  }

  async renew(error: unknown, on: ActiveRun): Promise<boolean> {
    const refused = error instanceof RunFailed && error.exception === "RefreshAuthError";
    if (!refused || !on.run.has(method)) return false;
    await this.#startSession(on);
    return true;
  }

  async #startSession(on: ActiveRun): Promise<void> {
    const { value } = await executed(on, ({ execution, auth_fields, reason }) =>
      execution.call(method, accountBundle(bareRequest, auth_fields, reason)),
    );
    // Assumed: the platform refuses what it cannot mix in.
    if (!isPlainObject(value)) {
      const message = `${method} returned ${shownValue(value)}, and must return an object.`;
      throw new RunFailed({ name: "TypeError", message, method });
    }
    this.#stored = { ...this.#stored, ...value };
    this.#connected = true;
  }
}
