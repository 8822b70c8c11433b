import type { OAuth2Auth, OAuth2RefreshAuth } from "../../model/definitions.ts";
import type { FieldValues } from "../fields/field-values.ts";
import { isPlainObject } from "../json.ts";
import type { WireResponse } from "../protocol.ts";
import type { DraftRequest } from "../request/prepared-request.ts";
import { withoutUser } from "../request/urls.ts";
import { render, variablesOf } from "../request/variables.ts";
import type { ActiveRun } from "../run/run-context.ts";
import { RunFailed } from "../run/run-failed.ts";
import { renderClient } from "./client.ts";
import {
  type AuthorizeOptions,
  addressOf,
  mustBeGranted,
  notGranted,
  notStarted,
  type OAuthAccount,
  type OAuthParts,
  platformRedirect,
  type Redirect,
  tokenKeys,
  tokensIn,
} from "./oauth.ts";
import { placeToken } from "./oauth2-placement.ts";
import { requestTokens } from "./token-request.ts";

const connectIt =
  "There is no refresh token. Connect the account: `zapc simulate auth --auth FILE --save FILE`, in a program `sim.connect(…)`.";

/** An access token, and with it perhaps a refresh token and further values of the answer. */
export class OAuth2Account implements OAuthAccount {
  readonly refusal = "RefreshTokenException";
  readonly #auth: OAuth2Auth | OAuth2RefreshAuth;
  readonly #parts: OAuthParts;
  #tokens: FieldValues;
  #started: Required<AuthorizeOptions> | undefined;
  #redirect_uri = platformRedirect;

  constructor(auth: OAuth2Auth | OAuth2RefreshAuth, parts: OAuthParts) {
    this.#auth = auth;
    this.#parts = parts;
    this.#tokens = parts.tokens;
  }

  get stored(): FieldValues & { readonly refresh_token?: unknown } {
    return { ...this.#parts.typed, ...this.#tokens };
  }

  get auth_fields(): FieldValues {
    return this.stored;
  }

  get granted(): boolean {
    return Boolean(this.#tokens.access_token);
  }

  async connect(): Promise<void> {}

  authenticate(request: DraftRequest, { access_token }: FieldValues): DraftRequest {
    return placeToken(request, access_token, this.#auth.placement);
  }

  async sign(request: DraftRequest): Promise<DraftRequest> {
    return request;
  }

  checkAnswer({ url, status }: WireResponse): void {
    if (status !== 401 || this.#auth.type !== "oauth2_refresh") return;
    // Assumed: the text. The platform has none, because it refreshes the token. A query string may hold secrets.
    const [address] = withoutUser(url).split("?");
    const message = `The server returned 401 to ${address}: the platform wants another access token.`;
    const hint = this.#tokens.refresh_token ? {} : { hint: connectIt };
    throw new RunFailed({ name: this.refusal, message, ...hint }, "RefreshAuthError");
  }

  async renew(error: unknown, on: ActiveRun): Promise<boolean> {
    const refused = error instanceof RunFailed && error.exception === "RefreshAuthError";
    const { refresh_token } = this.#tokens;
    if (!refused || this.#auth.type !== "oauth2_refresh" || !refresh_token) return false;
    const answer = await this.#refresh(this.#auth, on);
    // Source: docs/platform.md, "A request from start to end": it is stored as it is.
    if (isPlainObject(answer)) this.#tokens = { ...this.#tokens, ...answer };
    return true;
  }

  /** Source: runner, index.js, `runOAuth2AuthorizeUrl`. */
  async authorizeUrl(start: Required<AuthorizeOptions>): Promise<string> {
    const { authorize_url, scope } = this.#auth;
    const inputData = { ...this.#parts.typed, ...start };
    const url = addressOf(render(authorize_url, variablesOf({ authData: {}, inputData })));
    const { searchParams } = url;
    const { client_id } = renderClient(this.#parts.client, inputData);
    if (!searchParams.has("client_id")) searchParams.set("client_id", client_id);
    if (!searchParams.has("response_type")) searchParams.set("response_type", "code");
    // Source: the archived documentation, "Redirecting the User to Your App"; the runner leaves it to the platform.
    if (scope && !searchParams.has("scope")) searchParams.set("scope", scope);
    searchParams.set("redirect_uri", start.redirect_uri);
    searchParams.set("state", start.state);
    searchParams.sort();
    this.#started = start;
    this.#redirect_uri = start.redirect_uri;
    return url.href;
  }

  /** Source: runner, index.js, `runOAuth2GetAccessToken`. */
  async exchange(redirect: Redirect, on: ActiveRun): Promise<void> {
    const started = this.#started;
    if (!started) throw notStarted();
    mustBeGranted(redirect);
    if (redirect.state !== started.state) {
      throw notGranted(
        `The state is ${redirect.state ?? "missing"}, and was ${started.state} in the address at the API.`,
      );
    }
    const { code } = redirect;
    if (!code) throw notGranted("The API has given no code.");
    const { typed, client } = this.#parts;
    const { redirect_uri } = started;
    const inputData = { ...typed, ...started, code };
    const account = new OAuth2Account(this.#auth, { ...this.#parts, tokens: {} });
    const answer = await requestTokens(
      {
        what: "oauthv2_token",
        // Assumed: nothing is stored yet, also when an account is connected anew.
        url: render(this.#auth.access_token_url, variablesOf({ authData: {}, inputData })),
        parameters: {
          code,
          ...renderClient(client, inputData),
          redirect_uri,
          grant_type: "authorization_code",
        },
        placement: "params",
        ...{ client, authData: typed, inputData },
      },
      { ...on, account },
    );
    this.#tokens = tokensIn(answer, tokenKeys(this.#auth));
    this.#started = undefined;
  }

  /** Source: runner, index.js, `runOAuth2RefreshAccessToken`. */
  #refresh({ refresh_token_url }: OAuth2RefreshAuth, on: ActiveRun): Promise<unknown> {
    const { client } = this.#parts;
    const authData = this.stored;
    // Assumed: the platform says it here, too, where the runner takes it from.
    const inputData = { redirect_uri: this.#redirect_uri };
    return requestTokens(
      {
        what: "oauthv2_refresh",
        url: refresh_token_url,
        parameters: {
          ...renderClient(client, { ...authData, ...inputData }),
          refresh_token: String(authData.refresh_token),
          ...inputData,
          grant_type: "refresh_token",
        },
        placement: "body",
        ...{ client, authData, inputData },
      },
      on,
    );
  }
}
