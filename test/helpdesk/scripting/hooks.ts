import type { HookMethods, PostSubscribe, PreSubscribe, PreUnsubscribe, RequestResult } from "zapc";

export function pre_subscribe({ target_url, event, trigger_fields }: PreSubscribe): RequestResult {
  return { data: z.JSON.stringify({ url: target_url, event, queue: trigger_fields.queue }) };
}

export function post_subscribe({ response }: PostSubscribe): { id: number } {
  const { hook } = z.JSON.parse<{ hook: { id: number } }>(response.content);
  return { id: hook.id };
}

export function pre_unsubscribe(bundle: PreUnsubscribe<typeof post_subscribe>): RequestResult {
  return { method: "DELETE", url: `${bundle.request.url}/${bundle.subscribe_data.id}`, data: null };
}

({ pre_subscribe, post_subscribe, pre_unsubscribe }) satisfies HookMethods<typeof post_subscribe>;
