import type { AuthMethods, ConnectionLabel, GetConnectionLabel, GetSessionInfo } from "zapc";

/** Logs in. A session lasts a day: when it has ended, the API answers 401 and the platform calls this again. */
export function get_session_info(bundle: GetSessionInfo): { session: string } {
  const { domain, email, password } = bundle.auth_fields;
  const response = z.request({
    url: `https://${domain}/api/sessions`,
    method: "POST",
    headers: { "Content-Type": "application/json" },
    data: z.JSON.stringify({ email, password }),
  });
  if (response.status_code === 403) {
    throw new ExpiredAuthException(`${domain} does not accept this email and password.`);
  }
  const { token } = z.JSON.parse<{ token: string }>(response.content);
  return { session: token };
}

/** `ann@example.com (acme.helpdesk.example)` */
export function get_connection_label(bundle: GetConnectionLabel): ConnectionLabel {
  const { email, domain } = bundle.auth_fields;
  return `${email} (${domain})`;
}

({ get_session_info, get_connection_label }) satisfies AuthMethods;
