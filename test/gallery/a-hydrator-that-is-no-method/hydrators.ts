import type { Hydrate } from "zapc";

export const base = "https://example.com";

export function comments(bundle: Hydrate<{ id: number }>, attempts = 2): string {
  const { content } = z.request({ url: `${base}/tickets/${bundle.id}/comments` });
  return content ?? (attempts > 0 ? comments(bundle, attempts - 1) : "");
}

export async function author(bundle: Hydrate<{ id: number }>) {
  return z.request({ url: `${base}/authors/${bundle.id}` }).content;
}
