import type { OAuth2Auth } from "../../model/definitions.ts";
import type { FieldValues } from "../fields/field-values.ts";
import { type Account, lastingAccount } from "./account.ts";
import { placeToken } from "./oauth2-placement.ts";

/** An access token as a bearer token in a header, in the query string, or in both. */
export function oauth2Account({ placement }: OAuth2Auth, stored: FieldValues): Account {
  return lastingAccount(stored, {
    authenticate: (request) => placeToken(request, stored.access_token, placement),
  });
}
