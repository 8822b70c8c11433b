import type { Hydrate } from "zapc";

export default function (bundle: Hydrate<{ url: string }>): string {
  return z.request({ url: bundle.url }).content ?? "";
}
