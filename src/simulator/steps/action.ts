import type { Json } from "../../model/bundles/shared.ts";
import type { Action } from "../../model/definitions.ts";
import { methodsAround } from "../../model/methods.ts";
import type { FieldValues } from "../fields/field-values.ts";
import { unflatten } from "../fields/unflatten.ts";
import type { Running } from "../run/run-context.ts";
import { rawUrl } from "./bundle.ts";
import { type ManagedCall, manage } from "./managed-call.ts";
import { shapeObject } from "./shape.ts";

/** An action, with what the user filled in. */
export interface ActionStep {
  readonly action: Action;
  /** Coerced; line items are lists under their parent key. */
  readonly action_fields: FieldValues;
  /** As the user wrote them. */
  readonly raw: FieldValues;
}

/** What the action returns: of a list the first. Source: runner, index.js, `parseFinalResult`. */
export async function write(step: ActionStep, on: Running): Promise<{ [key: string]: Json }> {
  const result = await manage(writeCall(step), on);
  return shapeObject(Array.isArray(result) ? result[0] : result);
}

/** POSTs the fields to the action's URL. Source: runner, index.js, `runCreate`. */
function writeCall(step: ActionStep): ManagedCall {
  const { key, url, fields } = step.action;
  const sent = sentFields(step);
  return {
    methods: methodsAround("write", "action", key),
    request: { url, method: "POST", body: unflatten(Object.fromEntries(sent)) },
    variables: { inputData: step.action_fields },
    bundle: { ...actionFields(step), ...rawUrl(url) },
    empty_data: JSON.stringify(unflatten(Object.fromEntries(sent))),
    files: fields.filter(({ type }) => type === "file").map((field) => field.key),
  };
}

/** What the bundles of an action have. Source: runner, bundle.js, `addInputData`. */
function actionFields(step: ActionStep): FieldValues {
  return {
    // The runner turns their order around.
    action_fields: unflatten(Object.fromEntries(sentFields(step).reverse())),
    action_fields_full: step.action_fields,
    action_fields_raw: step.raw,
  };
}

/** Those that are not kept out of the body. Source: the archived documentation, "Send to Action Endpoint URL in JSON body". */
function sentFields({ action, action_fields }: ActionStep): [string, unknown][] {
  const kept = action.fields.flatMap((field) => (field.send_in_json === false ? [field.key] : []));
  return Object.entries(action_fields).filter(([key]) => !kept.includes(key));
}
