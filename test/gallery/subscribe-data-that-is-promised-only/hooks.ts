import type { PostSubscribe, PreUnsubscribe, RequestResult } from "zapc";

export function post_subscribe({ response }: PostSubscribe): string {
  return response.content;
}

export function pre_unsubscribe(bundle: PreUnsubscribe<() => { id: number }>): RequestResult {
  return { url: `https://example.com/hooks/${bundle.subscribe_data.id}`, method: "DELETE", data: null };
}
