import type { HookResults } from "zapc";

export function catch_hook(bundle: { cleaned_request: unknown }, limit = 3): HookResults {
  return (bundle.cleaned_request as { id: number }[]).slice(0, limit);
}
