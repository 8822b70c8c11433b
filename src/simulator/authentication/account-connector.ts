import { randomUUID } from "node:crypto";
import type { Auth } from "../../model/definitions.ts";
import { Failure } from "../../model/failure.ts";
import type { FieldValues } from "../fields/field-values.ts";
import { checkOptions } from "../options.ts";
import type { RunReport } from "../run/run.ts";
import type { Account } from "../run/run-context.ts";
import { nothing, type RunQueue } from "../run/run-queue.ts";
import { metaOf, unknownZap } from "../steps/bundle.ts";
import type { ManagedCall } from "../steps/managed-call.ts";
import { type AccountTest, shownMessage, testAccount } from "./account-test.ts";
import { type AuthorizeOptions, isOAuth, platformRedirect, type Redirect } from "./oauth.ts";

/** The result of asking for the address. */
export interface AuthorizeRun extends RunReport {
  /** The address at which the user grants access; absent when there is an error. */
  readonly url?: string;
  /** The address that the browser comes back to. */
  readonly redirect_uri: string;
  /** The text that the API must append there, with OAuth2. */
  readonly state: string;
}

/** The result of connecting the account. */
export interface ConnectRun extends RunReport {
  /** The values that the platform has stored of the account by now. */
  readonly auth_fields: FieldValues;
}

interface AccountConnectorParts {
  readonly auth: Auth;
  readonly account: Account;
  readonly runs: RunQueue;
}

/** Connects an account as the user does on the platform, and tests it. */
export class AccountConnector {
  readonly #parts: AccountConnectorParts;

  constructor(parts: AccountConnectorParts) {
    this.#parts = parts;
  }

  /** The values that the platform has stored of the account by now. */
  get stored(): FieldValues {
    return this.#parts.account.stored;
  }

  /** Tells whether nothing works before the user has granted access at the API. */
  get needsGrant(): boolean {
    const { account } = this.#parts;
    return isOAuth(account) && !account.granted;
  }

  /** The address at which the user grants access. Assumed: the form of a state. */
  async authorizeUrl(options: AuthorizeOptions): Promise<AuthorizeRun> {
    const task = "get the authorize URL";
    checkOptions(task, options, "authorizeUrl");
    const { redirect_uri = platformRedirect, state = randomUUID() } = options;
    const { account, runs } = this.#parts;
    if (!isOAuth(account)) throw new Failure(`Failed to ${task}: only OAuth1 and OAuth2 have one.`);
    const run = await runs.run(task, {
      reason: reasonTo({}),
      work: (on) => account.authorizeUrl({ redirect_uri, state }, on),
      outputOf: (url) => ({ ...(url !== undefined && { url }) }),
    });
    return { redirect_uri, state, ...run };
  }

  /** Exchanges what the API has appended for tokens; without OAuth, gets what the first request needs. */
  async connect(redirect: Redirect): Promise<ConnectRun> {
    const task = "connect the account";
    checkOptions(task, redirect, "connect");
    const { account, runs } = this.#parts;
    const [given] = Object.keys(redirect);
    if (given !== undefined && !isOAuth(account))
      throw new Failure(
        `Failed to ${task}: ${given} belongs to OAuth, and the app authenticates in another way.`,
      );
    const report = await runs.run(task, {
      reason: reasonTo({}),
      work: (on) => (isOAuth(account) ? account.exchange(redirect, on) : account.connect(on)),
      outputOf: nothing,
    });
    return { auth_fields: account.stored, ...report };
  }

  /** Asks the test trigger, and names the account after its answer. */
  async test(call: ManagedCall): Promise<AccountTest> {
    const { auth, account, runs } = this.#parts;
    const run = await runs.run("test the account", {
      reason: reasonTo({ test_poll: true }),
      work: (on) => testAccount(auth, call, on),
      outputOf: (tested) => ({ ...tested }),
    });
    const { error, requests } = run;
    const auth_fields = account.stored;
    if (error) return { valid: false, auth_fields, message: shownMessage(error, requests), ...run };
    return { valid: true, auth_fields, ...run };
  }
}

function reasonTo(meta: { readonly test_poll?: true }) {
  return { meta: metaOf(meta), zap: unknownZap };
}
