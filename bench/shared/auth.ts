import type { ConnectionLabel, GetConnectionLabel, GetSessionInfo } from "zapc";
import { api } from "./api.ts";

/** Checks the token. From then on `origin` is where the account's data is. */
export function get_session_info(bundle: GetSessionInfo): { origin: string; authorization: string } {
  const { subdomain, token } = bundle.auth_fields;
  const origin = `https://${subdomain.trim().toLowerCase()}.ledgerly.example`;
  const authorization = `Bearer ${token.trim()}`;
  const { status_code } = api.get({ origin, authorization, path: "/me" });
  if (status_code === 401) {
    throw new ExpiredAuthException(
      `${origin} does not accept this token. Create another in the settings of your account.`,
    );
  }
  return { origin, authorization };
}

export function get_connection_label({ auth_fields }: GetConnectionLabel): ConnectionLabel {
  return auth_fields.subdomain;
}
