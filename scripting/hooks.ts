import type { PostSubscribe, PreSubscribe, PreUnsubscribe, RequestResult } from "zapc";
import { answered } from "./portal.ts";

/*
 * The portal itself sends no hooks: these are for a publishing pipeline beside it, which takes
 *
 *     POST   SUBSCRIPTIONS_URL       {"target_url": …, "event": …, "dataset": …}  ->  {"id": …}
 *     DELETE SUBSCRIPTIONS_URL/ID
 */

export function pre_subscribe(bundle: PreSubscribe): RequestResult {
  const { trigger_fields, target_url, event } = bundle;
  return {
    url: subscriptionsUrl(trigger_fields),
    headers: withoutKey(bundle.request.headers),
    data: z.JSON.stringify({ target_url, event, dataset: trigger_fields.dataset || null }),
  };
}

export function post_subscribe(bundle: PostSubscribe): { id: string } {
  const { id } = answered<{ id: string | number }>(bundle.response, subscriptionsUrl(bundle.trigger_fields));
  return { id: String(id) };
}

export function pre_unsubscribe(bundle: PreUnsubscribe<typeof post_subscribe>): RequestResult {
  const { trigger_fields, subscribe_data, request } = bundle;
  return {
    method: "DELETE",
    url: `${subscriptionsUrl(trigger_fields)}/${encodeURIComponent(subscribe_data.id)}`,
    headers: withoutKey(request.headers),
    data: null,
  };
}

function subscriptionsUrl({ subscriptions_url }: { [key: string]: unknown }): string {
  return String(subscriptions_url).trim().replace(/\/$/, "");
}

/** The portal's key is not for the pipeline. Where the header is missing, the platform puts the key there again. */
function withoutKey(headers: { [name: string]: string }): { [name: string]: string } {
  return { ...headers, Authorization: "none" };
}
