import type { Auth } from "../../model/definitions.ts";
import { Failure } from "../../model/failure.ts";
import type { FieldValues } from "../fields/field-values.ts";
import { isPlainObject } from "../json.ts";
import type { Account, ActiveRun } from "../run/run-context.ts";
import { RunFailed } from "../run/run-failed.ts";
import { shownValue } from "../shown-value.ts";
import type { Client } from "./client.ts";

// Source: the archived documentation, "Redirecting the User to Your App", with the app's name left out.
export const platformRedirect = "https://zapier.com/dashboard/auth/oauth/return/App/";

/** The options for sending the user's browser to the API, to grant access. */
export interface AuthorizeOptions {
  /** The address that the browser comes back to. Default: the platform's. */
  readonly redirect_uri?: string;
  /** OAuth2: a text that only this browser knows. Default: made up. */
  readonly state?: string;
}

/** The parameters that the API appends to the address that the browser comes back to. */
export interface Redirect {
  /** OAuth2: to be exchanged for an access token. */
  readonly code?: string;
  /** OAuth2: as it stood in the address at which the user grants access. */
  readonly state?: string;
  /** OAuth1: the request token. */
  readonly oauth_token?: string;
  /** OAuth1: to be exchanged for an access token. */
  readonly oauth_verifier?: string;
  /** Set when access is not granted: `access_denied`. */
  readonly error?: string;
  /** Says more about the error. */
  readonly error_description?: string;
}

/** The parts that an OAuth account begins with. */
export interface OAuthParts {
  /** The values that the user typed. */
  readonly typed: FieldValues;
  /** Tokens that are known already, and extra fields. */
  readonly tokens: FieldValues;
  readonly client: Client;
}

/** An account that the user connects by granting access at the API. */
export interface OAuthAccount extends Account {
  /** True if there is a token. */
  readonly granted: boolean;
  /** The address at which the user grants access. */
  authorizeUrl(start: Required<AuthorizeOptions>, on: ActiveRun): Promise<string>;
  /** Exchanges what the API has appended for tokens. */
  exchange(redirect: Redirect, on: ActiveRun): Promise<void>;
}

export function isOAuth(account: Account): account is OAuthAccount {
  return "exchange" in account;
}

/** The keys of an answer with tokens that are stored, or may be given instead, by the type of authentication. */
export function tokenKeys(auth: Auth): readonly string[] {
  if (auth.type === "oauth1") return ["oauth_token", "oauth_token_secret", ...(auth.extra_fields ?? [])];
  if (auth.type === "oauth2" || auth.type === "oauth2_refresh")
    return ["access_token", "refresh_token", ...(auth.extra_fields ?? [])];
  return [];
}

/** The values of an answer with tokens that the app has asked for. Source: the archived documentation, "Extra Requested Fields". */
export function tokensIn(answer: unknown, keys: readonly string[]): FieldValues {
  const [needed = ""] = keys;
  if (isPlainObject(answer) && answer[needed])
    return Object.fromEntries(keys.filter((key) => key in answer).map((key) => [key, answer[key]]));
  throw notGranted(`The answer with the tokens has no ${needed}: ${shownValue(answer)}.`);
}

/** Throws when the API says that the user has not granted access. */
export function mustBeGranted({ error, error_description }: Redirect): void {
  if (error === undefined) return;
  throw notGranted(`The API answered ${error}${error_description ? `: ${error_description}` : ""}.`);
}

/** The connection fails. Assumed: the name and the texts. */
export function notGranted(message: string): RunFailed {
  return new RunFailed({ name: "AuthorizationError", message });
}

export function notStarted(): Failure {
  return new Failure("Failed to connect the account: nobody has been sent to the API yet.", {
    hint: "Call authorizeUrl first.",
  });
}

/** An address with its variables rendered, to which parameters can be added. */
export function addressOf(url: string): URL {
  if (URL.canParse(url)) return new URL(url);
  const hint = `The address is ${JSON.stringify(url)}.`;
  throw new RunFailed({ name: "TypeError", message: "Invalid URL", hint });
}
