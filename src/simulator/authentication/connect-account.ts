import type { Auth, Field } from "../../model/definitions.ts";
import type { Coercion } from "../fields/coerce.ts";
import { type FieldValues, readFieldValues } from "../fields/field-values.ts";
import type { Account } from "../run/run-context.ts";
import { lastingAccount } from "./account.ts";
import { basicAccount } from "./basic-account.ts";
import type { Client } from "./client.ts";
import { digestAccount } from "./digest-account.ts";
import { tokenKeys } from "./oauth.ts";
import { OAuth1Account } from "./oauth1-account.ts";
import { OAuth2Account } from "./oauth2-account.ts";
import { place } from "./placement.ts";
import { SessionAccount } from "./session-account.ts";

/** The options for connecting an account. */
export interface ConnectOptions extends Coercion {
  /** The values that the user typed, and tokens that are known already. */
  readonly auth_fields: FieldValues;
  readonly client: Client;
  /** The fields that nobody has declared; undefined where the metadata say everything. */
  readonly inferred?: ReadonlySet<Field>;
}

/** The account, by the type of the app's authentication. Wrong values throw a Failure. */
export function connectAccount(auth: Auth, { auth_fields, client, ...by }: ConnectOptions): Account {
  const form = { fields: fieldsOf(auth), kind: "auth field", task: "simulate", ...by };
  const given = readFieldValues(auth_fields, form);
  switch (auth.type) {
    case "none":
      return lastingAccount(given, {});
    case "basic":
      return basicAccount(auth, given);
    case "digest":
      return digestAccount(auth, given);
    case "api_key":
      return lastingAccount(given, {
        authenticate: (request, auth_fields) => place(request, { ...auth, auth_fields }),
      });
    case "session":
      return new SessionAccount(auth, given);
    case "oauth1":
      return new OAuth1Account(auth, { ...splitValues(given, tokenKeys(auth)), client });
    case "oauth2":
    case "oauth2_refresh":
      return new OAuth2Account(auth, { ...splitValues(given, tokenKeys(auth)), client });
  }
}

/** Divides the given values into those that the user typed, and the tokens. */
function splitValues(
  given: FieldValues,
  keys: readonly string[],
): { typed: FieldValues; tokens: FieldValues } {
  const entries = Object.entries(given);
  return {
    typed: Object.fromEntries(entries.filter(([key]) => !keys.includes(key))),
    tokens: Object.fromEntries(entries.filter(([key]) => keys.includes(key))),
  };
}

/** The fields that can be given: those that the user is asked for, and tokens. */
function fieldsOf(auth: Auth): readonly Field[] {
  if (auth.type === "none") return [];
  const tokens = tokenKeys(auth);
  return [
    ...auth.fields.filter(({ key }) => !tokens.includes(key)),
    ...tokens.map((key): Field => ({ key, label: key, type: "unicode" })),
  ];
}
