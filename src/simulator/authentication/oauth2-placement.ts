import { parse as parseQuery } from "node:querystring";
import type { OAuth2Auth } from "../../model/definitions.ts";
import type { DraftRequest } from "../request/prepared-request.ts";

/** Puts the access token where there is none yet. Source: runner, middleware-factory.js, `oauth2InHeader` and the like. */
export function placeToken(
  request: DraftRequest,
  access_token: unknown,
  placement: OAuth2Auth["placement"],
): DraftRequest {
  if (!access_token || grantTypeOf(request) === "refresh_token") return request;
  const { headers, params } = request;
  const authorization = headers.Authorization || `Bearer ${access_token}`;
  const parameter = params.access_token || String(access_token);
  return {
    ...request,
    ...(placement !== "querystring" && { headers: { ...headers, Authorization: authorization } }),
    ...(placement !== "header" && { params: { ...params, access_token: parameter } }),
  };
}

/** A request that refreshes a token does not carry the old one. Source: runner, middleware-factory.js, `getGrantType`. */
function grantTypeOf({ headers, params, body }: DraftRequest): unknown {
  if (params.grant_type) return params.grant_type;
  if (typeof body !== "string") return undefined;
  if (!String(headers["Content-Type"]).includes("application/json")) return parseQuery(body).grant_type;
  try {
    return JSON.parse(body).grant_type;
  } catch {
    return undefined;
  }
}
