import type { GetSessionInfo } from "zapc";

export const get_session_info = async (bundle: GetSessionInfo) => {
  const response = await z.request({ url: "https://example.com/session", method: "POST" });
  return { token: response.content };
};
