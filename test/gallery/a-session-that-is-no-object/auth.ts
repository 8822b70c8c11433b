import type { GetSessionInfo } from "zapc";

export function get_session_info(_: GetSessionInfo) {
  return z.request({ url: "https://example.com/session", method: "POST" }).content;
}
