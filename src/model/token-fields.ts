import type { Auth } from "./definitions.ts";

// Source: the archived documentation, "OAuth v1" and "OAuth v2".
const tokenFields: { readonly [type in Auth["type"]]?: readonly string[] } = {
  oauth1: ["oauth_token", "oauth_token_secret"],
  oauth2: ["access_token"],
  oauth2_refresh: ["access_token", "refresh_token"],
};

/** The auth fields that the platform adds; none for a type that does not exist. */
export function tokenFieldsOf(type: string): readonly string[] {
  return Object.hasOwn(tokenFields, type) ? (tokenFields[type as Auth["type"]] ?? []) : [];
}
