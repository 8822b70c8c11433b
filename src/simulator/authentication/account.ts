import type { FieldValues } from "../fields/field-values.ts";
import type { WireResponse } from "../protocol.ts";
import type { DraftRequest } from "../request/prepared-request.ts";
import { type Executing, executed } from "../run/execution.ts";
import type { Running } from "../run/run-context.ts";
import type { Refusal } from "../run/run-failed.ts";

/** Whose request it is, and what it is authenticated with. */
export interface Sender extends Pick<Running, "run" | "account"> {
  readonly auth_fields: FieldValues;
}

/** A connected account, of any type of authentication. */
export interface Account {
  /** What the user typed, and what the platform has got for it. */
  readonly stored: FieldValues;
  /** What the methods of a step see of the account: what is stored, and what a mapping adds to it. */
  readonly auth_fields: FieldValues;
  /** How an exception that asks for new credentials is called. */
  readonly refusal: Refusal;
  /** False where user name and password wait until the API asks for them. */
  readonly preemptive?: false;
  /** Gets what the first request needs, unless it is there. */
  connect(on: Running): Promise<void>;
  /** Puts into a request what belongs there: as it is prepared, and again before it is sent, when methods may have changed it. */
  authenticate(request: DraftRequest, auth_fields: FieldValues): DraftRequest;
  /** Signs a request as it is about to be sent: its variables are rendered, its params are not in the address yet. */
  sign(request: DraftRequest, sender: Sender): Promise<DraftRequest>;
  /** Throws when an answer says that the credentials are no longer valid and there is a way to get new ones. */
  checkAnswer(response: WireResponse): void;
  /** Gets new credentials, if `error` asks for that and there is a way. Whether it has. */
  renew(error: unknown, on: Running): Promise<boolean>;
}

/** An account whose credentials stay what the user typed. By default no request shows them. */
export function lastingAccount(stored: FieldValues, account: Partial<Account>): Account {
  return {
    stored,
    auth_fields: stored,
    refusal: "InvalidSessionException",
    connect: async () => {},
    authenticate: (request) => request,
    sign: async (request) => request,
    checkAnswer: () => {},
    renew: async () => false,
    ...account,
  };
}

/** Does the work of one execution with valid credentials: it is repeated once when they have had to be renewed. */
export async function withValidAccount<T>(on: Running, work: (on: Executing) => Promise<T>): Promise<T> {
  await on.account.connect(on);
  try {
    return await executed(on, work);
  } catch (error) {
    if (!(await on.account.renew(error, on))) throw error;
    on.run.renewed = true;
    return await executed(on, work);
  }
}
