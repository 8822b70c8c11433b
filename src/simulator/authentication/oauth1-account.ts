import type { OAuth1Auth } from "../../model/definitions.ts";
import type { FieldValues } from "../fields/field-values.ts";
import { isPlainObject } from "../json.ts";
import { NotSimulated } from "../not-simulated.ts";
import { mergeQuery } from "../request/changed-request.ts";
import { finishRequest } from "../request/final-request.ts";
import type { DraftRequest } from "../request/prepared-request.ts";
import { afterMethod, beforeMethod } from "../request/response-errors.ts";
import { refuseVariables, render, variablesOf } from "../request/variables.ts";
import type { ActiveRun, Sender } from "../run/run-context.ts";
import { renderClient } from "./client.ts";
import {
  type AuthorizeOptions,
  addressOf,
  mustBeGranted,
  notGranted,
  notStarted,
  type OAuthAccount,
  type OAuthParts,
  type Redirect,
  tokenKeys,
  tokensIn,
} from "./oauth.ts";
import { type SigningValues, signedHeader } from "./oauth1-signature.ts";
import { oauth1Answer } from "./token-answer.ts";

/** The token that the user grants access to. */
type RequestToken = { readonly oauth_token: string; readonly oauth_token_secret: string };

/** Tokens with which every request is signed. */
export class OAuth1Account implements OAuthAccount {
  readonly refusal = "RefreshTokenException";
  readonly #auth: OAuth1Auth;
  readonly #parts: OAuthParts;
  #tokens: FieldValues;
  #started: RequestToken | undefined;

  constructor(auth: OAuth1Auth, parts: OAuthParts) {
    this.#auth = auth;
    this.#parts = parts;
    this.#tokens = parts.tokens;
  }

  get stored(): FieldValues {
    return { ...this.#parts.typed, ...this.#tokens };
  }

  get auth_fields(): FieldValues {
    return this.stored;
  }

  get granted(): boolean {
    return Boolean(this.#tokens.oauth_token);
  }

  async connect(): Promise<void> {}

  /** Source: runner, middleware-factory.js, `oauth1`: one of the two alone signs nothing. */
  authenticate(request: DraftRequest, auth_fields: FieldValues): DraftRequest {
    const { oauth_token, oauth_token_secret } = auth_fields;
    if (!oauth_token || !oauth_token_secret) return request;
    const known = { ...this.#consumer(auth_fields), oauth_token, oauth_token_secret };
    return { ...request, auth: { ...known, ...signingOf(request) } };
  }

  async sign(request: DraftRequest, { run }: Sender): Promise<DraftRequest> {
    const signing = signingOf(request);
    if (Object.keys(signing).length === 0) return request;
    const Authorization = signedHeader(request, signing, run);
    return { ...request, headers: { ...request.headers, Authorization } };
  }

  checkAnswer(): void {}

  async renew(): Promise<boolean> {
    return false;
  }

  /** Source: runner, index.js, `runOAuth1GetRequestToken` and `runOAuth1AuthorizeUrl`. */
  async authorizeUrl({ redirect_uri }: Required<AuthorizeOptions>, on: ActiveRun): Promise<string> {
    const given = { ...this.#parts.typed, redirect_uri };
    const signing = {
      ...this.#consumer(given),
      oauth_signature_method: "HMAC-SHA1",
      oauth_callback: redirect_uri,
    };
    const { request_token_url } = this.#auth;
    // The runner leaves the variables of this address alone; the archived documentation has them in all.
    const address =
      on.run.runtime === "legacy"
        ? render(request_token_url, variablesOf({ authData: {}, inputData: given }))
        : request_token_url;
    const answer = await this.#ask(address, signing, on);
    const started = tokensIn(answer, ["oauth_token", "oauth_token_secret"]) as RequestToken;
    const inputData = { ...given, ...started };
    const url = addressOf(render(this.#auth.authorize_url, variablesOf({ authData: {}, inputData })));
    if (!url.searchParams.has("oauth_token")) url.searchParams.set("oauth_token", started.oauth_token);
    this.#started = started;
    return url.href;
  }

  /** Source: runner, index.js, `runOAuth1GetAccessToken`. */
  async exchange(redirect: Redirect, on: ActiveRun): Promise<void> {
    const started = this.#started;
    if (!started) throw notStarted();
    mustBeGranted(redirect);
    const { oauth_token = started.oauth_token, oauth_verifier } = redirect;
    if (oauth_token !== started.oauth_token)
      throw notGranted(
        `The oauth_token is ${oauth_token}, and was ${started.oauth_token} in the address at the API.`,
      );
    if (!oauth_verifier) throw notGranted("The API has given no oauth_verifier.");
    const inputData = { ...this.#parts.typed, ...started, oauth_verifier };
    const url = render(this.#auth.access_token_url, variablesOf({ authData: {}, inputData }));
    const signing = { ...this.#consumer(inputData), ...started, oauth_verifier };
    this.#tokens = tokensIn(await this.#ask(url, signing, on), tokenKeys(this.#auth));
    this.#started = undefined;
  }

  /** The app's key and secret, which may hold variables. */
  #consumer(values: FieldValues): SigningValues {
    const { client_id, client_secret } = renderClient(this.#parts.client, values);
    return { oauth_consumer_key: client_id, oauth_consumer_secret: client_secret };
  }

  /** Asks for a token, as an account that has none yet. Source: runner, index.js, `fetchOAuth1Token`. */
  async #ask(url: string, auth: SigningValues, { run }: ActiveRun): Promise<unknown> {
    const account = new OAuth1Account(this.#auth, { ...this.#parts, tokens: {} });
    const draft = { ...mergeQuery(url, {}), method: "POST", headers: {}, body: undefined, auth };
    refuseVariables(draft);
    const response = await run.send(
      await finishRequest(draft, () => undefined, { run, account, auth_fields: account.auth_fields }),
    );
    beforeMethod(response, { account, run });
    afterMethod(response);
    return oauth1Answer(response, run.runtime);
  }
}

/** A request's own values win over those that the platform knows, unless they are empty. */
function signingOf({ auth }: DraftRequest): SigningValues {
  if (auth === undefined || auth === null) return {};
  // A list is what a bundle shows of a user name and a password: the platform signs with those, too.
  if (!isPlainObject(auth) && !Array.isArray(auth))
    throw new NotSimulated("An OAuth1 request whose auth is not an object");
  return Object.fromEntries(Object.entries(auth).filter(([, value]) => value)) as SigningValues;
}
