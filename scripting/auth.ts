import type { ConnectionLabel, GetConnectionLabel, GetSessionInfo } from "zapc";
import { normalisedDomain } from "./domain.ts";
import { checkKey } from "./portal.ts";

/** Checks the key on the portal. From then on `domain` is the portal's bare host name. */
export function get_session_info(bundle: GetSessionInfo): { domain: string; authorization: string } {
  const domain = normalisedDomain(bundle.auth_fields.domain);
  const account = { domain, authorization: `Apikey ${bundle.auth_fields.api_key.trim()}` };
  checkKey(account);
  return account;
}

export function get_connection_label(bundle: GetConnectionLabel): ConnectionLabel {
  return bundle.auth_fields.domain;
}
