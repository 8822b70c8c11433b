import type { Trigger } from "../../model/definitions.ts";
import { Failure } from "../../model/failure.ts";
import { methodsAround } from "../../model/methods.ts";
import type { FieldValues } from "../fields/field-values.ts";
import type { Reason } from "../run/run-context.ts";
import { rawUrl } from "./bundle.ts";
import type { ManagedCall } from "./managed-call.ts";

/** A trigger, with what the user filled in. */
export interface TriggerStep {
  readonly trigger: Trigger;
  readonly trigger_fields: FieldValues;
}

/** Asks the trigger's URL for items. Source: runner, index.js, `runTrigger`. */
export function pollCall({ trigger: { key, url = "" }, trigger_fields }: TriggerStep): ManagedCall {
  return {
    methods: methodsAround("poll", "trigger", key),
    request: { url },
    data: { inputData: trigger_fields },
    bundle: ({ inputData }) => ({ ...rawUrl(url), ...triggerFields(inputData) }),
  };
}

/** The members of a trigger's bundles. Source: runner, bundle.js, `addInputData`. */
export function triggerFields(trigger_fields: FieldValues): FieldValues {
  return { trigger_fields, trigger_fields_raw: trigger_fields };
}

/** The polling URL of a hook trigger serves the editor only. Source: the archived documentation, "Set a polling URL". */
export function mustBePolled({ trigger }: TriggerStep, { meta }: Reason, task: string): void {
  if (trigger.type === "polling") return;
  if (trigger.url === undefined)
    throw new Failure(`Failed to ${task}: the trigger waits for hooks, and has no URL to poll.`);
  if (meta.frontend || meta.test_poll || meta.prefill) return;
  throw new Failure(`Failed to ${task}: the trigger waits for hooks.`, {
    hint: "The platform polls it for samples only, with `--meta frontend=true` or, in a test, { meta: { frontend: true } }. For hooks, turn a Zap on: `zapc simulate zap`, or sim.turnOn.",
  });
}
