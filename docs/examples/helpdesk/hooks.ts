import type { HookMethods, PostSubscribe, PreSubscribe, PreUnsubscribe, RequestResult } from "zapc";

/** This API calls the target `url`, and wants to know the queue. */
export function pre_subscribe(bundle: PreSubscribe): RequestResult {
  const { request, target_url, event, trigger_fields } = bundle;
  request.data = z.JSON.stringify({ url: target_url, event, queue: trigger_fields.queue });
  return request;
}

/** `{"webhook": {"id": 81, "created_by": …}}`: to unsubscribe, the id is enough. */
export function post_subscribe(bundle: PostSubscribe): { id: number } {
  const { webhook } = z.JSON.parse<{ webhook: { id: number } }>(bundle.response.content);
  return { id: webhook.id };
}

export function pre_unsubscribe(bundle: PreUnsubscribe<typeof post_subscribe>): RequestResult {
  return { method: "DELETE", url: `${bundle.request.url}/${bundle.subscribe_data.id}`, data: null };
}

({ pre_subscribe, post_subscribe, pre_unsubscribe }) satisfies HookMethods<typeof post_subscribe>;
