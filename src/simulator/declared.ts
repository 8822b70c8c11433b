import { Failure } from "../model/failure.ts";
import { suggestion } from "../model/nearest.ts";

/** The trigger, action or search of a key; a Failure names the nearest when there is none. */
export function declared<T extends { readonly key: string }>(
  key: string,
  steps: readonly T[],
  { task, kind }: { task: string; kind: string },
): T {
  const found = steps.find((step) => step.key === key);
  if (found) return found;
  const keys = steps.map((step) => step.key);
  throw new Failure(`Failed to ${task}: the metadata has no ${kind} "${key}".`, {
    hint: suggestion(String(key), keys),
  });
}
