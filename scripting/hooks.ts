import type { HookMethods, PostSubscribe, PreSubscribe, PreUnsubscribe, RequestResult } from "zapc";
import { pick } from "./objects.ts";
import { parsed } from "./portal.ts";

// The hooks are those of a publishing pipeline beside the portal: see docs/opendatasoft.md.

export function pre_subscribe(bundle: PreSubscribe): RequestResult {
  const { dataset } = bundle.trigger_fields;
  const subscription = { ...pick(bundle, ["target_url", "event"]), dataset: dataset || null };
  return {
    url: subscriptionsUrl(bundle.trigger_fields),
    headers: withoutKey(bundle.request.headers),
    data: z.JSON.stringify(subscription),
  };
}

/** The pipeline refuses a subscription in its own words, not in those of the portal. */
export function post_subscribe(bundle: PostSubscribe): { id: string } {
  const { status_code } = bundle.response;
  const { id } = (parsed(bundle.response.content) || {}) as { id?: string | number };
  if (status_code >= 300 || id === undefined) {
    throw new ErrorException(
      `${subscriptionsUrl(bundle.trigger_fields)} did not take the subscription (status ${status_code}): the answer must have an "id".`,
    );
  }
  return { id: String(id) };
}

export function pre_unsubscribe(bundle: PreUnsubscribe<typeof post_subscribe>): RequestResult {
  const id = encodeURIComponent(bundle.subscribe_data.id);
  return {
    method: "DELETE",
    url: `${subscriptionsUrl(bundle.trigger_fields)}/${id}`,
    headers: withoutKey(bundle.request.headers),
    data: null,
  };
}

function subscriptionsUrl(trigger_fields: { [key: string]: unknown }): string {
  return String(trigger_fields.subscriptions_url).trim().replace(/\/$/, "");
}

/** The platform would send the portal's key where the header is missing. */
function withoutKey(headers: { [name: string]: string }): { [name: string]: string } {
  return { ...headers, Authorization: "none" };
}

({ pre_subscribe, post_subscribe, pre_unsubscribe }) satisfies HookMethods<typeof post_subscribe>;
