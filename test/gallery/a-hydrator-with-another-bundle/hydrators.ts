import type { Hydrate } from "zapc";

export function comments_of(bundle: Hydrate<{ ticket: number }>): string {
  return z.request({ url: `https://example.com/tickets/${bundle.ticket}/comments` }).content ?? "";
}
