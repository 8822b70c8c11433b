import type { AuthMethods, ConnectionLabel, GetConnectionLabel, GetSessionInfo } from "zapc";
import type { Portal } from "./call.ts";
import { normalisedDomain } from "./domain.ts";
import { ask, pollingPortal } from "./portal.ts";
import { connectAgain, keyRefused } from "./refusals.ts";

/** Checks the key on the portal. From then on `domain` is the portal's bare host name. */
export function get_session_info(bundle: GetSessionInfo): { domain: string; authorization: string } {
  const typed = bundle.auth_fields;
  const account = {
    domain: normalisedDomain(typed.domain),
    authorization: authorizationOf(typed.api_key),
  };
  checkKey(pollingPortal({ auth_fields: account }));
  return account;
}

export function get_connection_label(bundle: GetConnectionLabel): ConnectionLabel {
  return bundle.auth_fields.domain;
}

/** `Apikey KEY`, even if the user typed it so; empty without a key. */
function authorizationOf(typed = ""): string {
  const key = typed.trim().replace(/^(authorization\s*:\s*)?apikey[\s:=]+/i, "");
  return key && `Apikey ${key}`;
}

/**
 * Throws for a wrong key. A public portal may show its catalog with any key: there, the Automation API decides. A missing
 * permission does not matter.
 */
function checkKey(portal: Portal): void {
  try {
    ask(portal, { path: "/api/explore/v2.1/catalog/datasets", query: { limit: 1 }, list: "results" });
  } catch (error) {
    throw error instanceof InvalidSessionException ? connectAgain(portal, keyRefused) : error;
  }
  if (!portal.authorization) return;
  try {
    ask(portal, { path: "/api/automation/v1.0/datasets/", query: { limit: 1 }, list: "results" });
  } catch (error) {
    if (error instanceof InvalidSessionException) throw connectAgain(portal, keyRefused);
  }
}

({ get_session_info, get_connection_label }) satisfies AuthMethods;
