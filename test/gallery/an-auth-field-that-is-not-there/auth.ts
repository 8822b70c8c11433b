import type { GetSessionInfo } from "zapc";

export function get_session_info({ auth_fields }: GetSessionInfo): { token: string } {
  const { content } = z.request({ url: `https://${auth_fields.domain}/login`, auth: ["api", auth_fields.token] });
  return { token: content ?? "" };
}
