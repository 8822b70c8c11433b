import { closest } from "fastest-levenshtein";
import { Failure } from "../model/failure.ts";

/** The trigger, action or search of a key; a Failure names the nearest when there is none. */
export function declared<T extends { readonly key: string }>(
  key: string,
  steps: readonly T[],
  { task, kind }: { task: string; kind: string },
): T {
  const found = steps.find((step) => step.key === key);
  if (found) return found;
  const keys = steps.map((step) => step.key);
  const hint =
    keys.length > 0
      ? `Did you mean ${closest(String(key), keys)}? There are: ${keys.join(", ")}.`
      : undefined;
  throw new Failure(`Failed to ${task}: the metadata has no ${kind} "${key}".`, { hint });
}
