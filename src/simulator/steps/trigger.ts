import type { Trigger } from "../../model/definitions.ts";
import { methodsAround } from "../../model/methods.ts";
import type { FieldValues } from "../fields/field-values.ts";
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
    variables: { inputData: trigger_fields },
    bundle: { ...triggerFields(trigger_fields), ...rawUrl(url) },
  };
}

/** What the bundles of a trigger have. Source: runner, bundle.js, `addInputData`. */
export function triggerFields(trigger_fields: FieldValues): FieldValues {
  return { trigger_fields, trigger_fields_raw: trigger_fields };
}
