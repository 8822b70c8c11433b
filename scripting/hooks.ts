import type { PostSubscribe, PreSubscribe, PreUnsubscribe, RequestResult } from "zapc";
import { parsed } from "./portal.ts";

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

/** The portal's errors are not the pipeline's: a 403 here says nothing of what the account's key may do. */
export function post_subscribe(bundle: PostSubscribe): { id: string } {
  const { status_code, content } = bundle.response;
  const { id } = (parsed(content) || {}) as { id?: string | number };
  if (status_code >= 300 || id === undefined) {
    throw new ErrorException(
      `${subscriptionsUrl(bundle.trigger_fields)} did not take the subscription (status ${status_code}): the answer must have an "id".`,
    );
  }
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
