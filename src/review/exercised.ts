import type { StepList } from "../metadata/diff/step-changes.ts";
import type { RecordedRun } from "../metadata/recorded-runs.ts";
import { methodsAround } from "../model/methods.ts";

/** The method of the simulator that a recording of each kind of step runs. */
const run = {
  triggers: { kind: "trigger", around: "poll" },
  actions: { kind: "action", around: "write" },
  searches: { kind: "search", around: "search" },
} as const satisfies { readonly [list in StepList]: unknown };

/** The methods that a replay of a step's recording calls: where a full method is there, it alone. */
export function exercisedBy(
  { list, key }: Pick<RecordedRun, "list" | "key">,
  methods: readonly string[],
): string[] {
  const { kind, around } = run[list];
  const { full, pre, post } = methodsAround(around, kind, key);
  const has = (name: string | undefined): name is string => name !== undefined && methods.includes(name);
  return has(full) ? [full] : [pre, post].filter(has);
}
