import type { Auth, Field } from "../../model/definitions.ts";
import { Failure } from "../../model/failure.ts";
import { type FieldValues, readFieldValues } from "../fields/field-values.ts";
import { type Account, lastingAccount } from "./account.ts";
import { basicAccount } from "./basic-account.ts";
import type { Client } from "./client.ts";
import { digestAccount } from "./digest-account.ts";
import { oauth1Account } from "./oauth1-account.ts";
import { oauth2Account } from "./oauth2-account.ts";
import { place } from "./placement.ts";
import { SessionAccount } from "./session-account.ts";

/** What the platform is given to connect an account. */
export interface Given {
  /** What the user typed, and tokens that are known already. */
  readonly auth_fields: FieldValues;
  readonly client: Client;
}

/** The account, by the type of the app's authentication. Wrong values throw a Failure. */
export function connectAccount(auth: Auth, given: Given): Account {
  const form = { fields: fieldsOf(auth), kind: "auth field", task: "simulate" };
  const fields = readFieldValues(given.auth_fields, form);
  switch (auth.type) {
    case "none":
      return lastingAccount(fields, {});
    case "basic":
      return basicAccount(auth, fields);
    case "digest":
      return digestAccount(auth, fields);
    case "api_key":
      return lastingAccount(fields, {
        authenticate: (request) => place(request, { ...auth, auth_fields: fields }),
      });
    case "session":
      return new SessionAccount(auth, fields);
    case "oauth1":
      return oauth1Account(fields, given.client);
    case "oauth2":
      return oauth2Account(auth, fields);
    case "oauth2_refresh":
      throw new Failure(`Failed to simulate: the authentication type "${auth.type}" is not simulated yet.`);
  }
}

/** What can be given: what the user is asked for, and tokens. */
function fieldsOf(auth: Auth): readonly Field[] {
  if (auth.type === "none") return [];
  const tokens = tokenKeys(auth);
  return [
    ...auth.fields.filter(({ key }) => !tokens.includes(key)),
    ...tokens.map((key): Field => ({ key, label: key, type: "unicode" })),
  ];
}

/** What an answer with tokens gives. */
export function tokenKeys(auth: Auth): readonly string[] {
  if (auth.type === "oauth1") return ["oauth_token", "oauth_token_secret", ...(auth.extra_fields ?? [])];
  if (auth.type === "oauth2" || auth.type === "oauth2_refresh")
    return ["access_token", "refresh_token", ...(auth.extra_fields ?? [])];
  return [];
}
