import type { PreSubscribe, RequestResult } from "zapc";

export function pre_subscribe({ target_url }: PreSubscribe): RequestResult {
  return { data: z.JSON.stringify({ url: target_url }) };
}
