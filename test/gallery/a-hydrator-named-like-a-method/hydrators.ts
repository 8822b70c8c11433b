import type { Hydrate } from "zapc";

export function thing_post_poll(bundle: Hydrate<{ url: string }>): string {
  return z.request({ url: bundle.url }).content ?? "";
}
