import type { PostSubscribe, PreUnsubscribe, RequestResult } from "zapc";

export function post_subscribe({ response }: PostSubscribe) {
  const { hook } = z.JSON.parse<{ hook: { id: number } }>(response.content);
  return { hook_id: hook.id };
}

export function pre_unsubscribe({ subscribe_data }: PreUnsubscribe<typeof post_subscribe>): RequestResult {
  return { url: `https://example.com/hooks/${subscribe_data.id}`, method: "DELETE", data: null };
}
