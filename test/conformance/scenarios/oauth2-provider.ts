import type { Reply, Respond } from "../recording-server.ts";

export const urls = {
  authorize_url: "http://{{host}}/authorize?scope=all&to={{theme}}",
  access_token_url: "http://{{host}}/token/{{theme}}",
};
export const auth = { type: "oauth2", ...urls, placement: "header" } as const;
export const refreshing = {
  ...{ ...auth, type: "oauth2_refresh" as const },
  refresh_token_url: "http://{{host}}/refresh/{{theme}}",
};
export const tokens = { access_token: "a&1", refresh_token: "r 1" };
export const form = "application/x-www-form-urlencoded";

/** An API that gives tokens, and things to who has one of them. */
export function provider(replies: { readonly [start: string]: readonly Reply[] } = {}): Respond {
  const counts = new Map<string, number>();
  return ({ path, headers }, _, origin) => {
    const [, start = ""] = path.split(/[/?]/);
    // Each engine has a server of its own.
    const before = counts.get(origin + start) ?? 0;
    counts.set(origin + start, before + 1);
    const reply = replies[start]?.[before];
    if (reply) return reply;
    if (start === "things") return headers.authorization ? { body: '[{"id":1}]' } : { status: 401 };
    return { body: JSON.stringify({ access_token: "new", refresh_token: "r 2", user_id: 5, more: true }) };
  };
}

export const redirect = { code: "c&1" };
export const typed = { theme: "t x" };
export const refused: Reply = { status: 400, body: "not so" };
export const json: Reply = { body: '{"access_token":"from json"}' };
