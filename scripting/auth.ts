import type { ConnectionLabel, GetConnectionLabel, GetSessionInfo } from "zapc";
import { normalisedDomain } from "./domain.ts";
import { explore } from "./explore.ts";

/** Checks the key on the portal. From then on `domain` is the portal's bare host name. */
export function get_session_info(bundle: GetSessionInfo): { domain: string; authorization: string } {
  const domain = normalisedDomain(bundle.auth_fields.domain);
  const authorization = `Apikey ${bundle.auth_fields.api_key.trim()}`;
  const answer = explore.request({ domain, authorization, path: "/catalog/datasets", params: { limit: 1 } });
  if (answer.status_code === 401) {
    throw new ExpiredAuthException(
      `${domain} does not accept this API key. Create a new one at https://${domain}/account/api-keys/ and connect the account again.`,
    );
  }
  explore.parse(answer, domain);
  return { domain, authorization };
}

export function get_connection_label(bundle: GetConnectionLabel): ConnectionLabel {
  return bundle.auth_fields.domain;
}
