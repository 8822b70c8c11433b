import type { Hydrate } from "zapc";

export function comments(bundle: Hydrate<{ id: number }>) {
  z.request({ url: `https://example.com/tickets/${bundle.id}/comments` });
}

export function later(bundle: Hydrate<{ id: number }>) {
  return () => bundle.id;
}
