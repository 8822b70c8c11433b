import { randomUUID } from "node:crypto";
import { ApiError } from "./errors.ts";
import type { JsonAnswer } from "./routes.ts";

// Source: docs/platform.md, "Portals of Opendatasoft": where it lives, the scope, and how long an access token is good for.
export const TOKEN_PATH = "/oauth2/token/";
const LIFETIME_SECONDS = 3600;
const SCOPE = "all";

/** The OAuth2 tokens of a portal. */
export interface Tokens {
  /** The authorization codes that users were given. */
  readonly codes: Set<string>;
  /** The end of each access token, in milliseconds. */
  readonly access: Map<string, number>;
  /** Each of them works once. */
  readonly refresh: Set<string>;
}

export function noTokens(): Tokens {
  return { codes: new Set(), access: new Map(), refresh: new Set() };
}

/** Exchanges a code or a refresh token for an access token and the next refresh token. */
export function exchange(tokens: Tokens, form: URLSearchParams, now: Date): JsonAnswer {
  const grants: { [grant_type: string]: () => boolean } = {
    authorization_code: () => tokens.codes.delete(form.get("code") ?? ""),
    refresh_token: () => tokens.refresh.delete(form.get("refresh_token") ?? ""),
  };
  const grant = grants[form.get("grant_type") ?? ""];
  // Source: RFC 6749, 5.2.
  if (!grant) throw new ApiError(400, "unsupported_grant_type", "The grant type is not supported.");
  if (!grant())
    throw new ApiError(400, "invalid_grant", "The code or the refresh token is not valid any more.");
  const [access_token, refresh_token] = [randomUUID(), randomUUID()];
  tokens.access.set(access_token, now.getTime() + LIFETIME_SECONDS * 1000);
  tokens.refresh.add(refresh_token);
  const body = {
    access_token,
    refresh_token,
    token_type: "Bearer",
    expires_in: LIFETIME_SECONDS,
    scope: SCOPE,
  };
  return { status: 200, schema: "tokens", body };
}

/** Tells whether an access token is good at a time. */
export function isGood({ access }: Tokens, token: string, now: Date): boolean {
  return (access.get(token) ?? 0) > now.getTime();
}
