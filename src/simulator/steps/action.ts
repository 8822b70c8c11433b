import type { Json } from "../../model/bundles/shared.ts";
import type { Action } from "../../model/definitions.ts";
import { methodsAround } from "../../model/methods.ts";
import type { FieldValues } from "../fields/field-values.ts";
import { unflatten } from "../fields/unflatten.ts";
import type { ActiveRun } from "../run/run-context.ts";
import { rawUrl } from "./bundle.ts";
import { type ManagedCall, manage, type StepData } from "./managed-call.ts";
import { shaped, shapeObject } from "./shape.ts";

/** An action, with what the user filled in. */
export interface ActionStep {
  readonly action: Action;
  /** Coerced; line items are lists under their parent key. */
  readonly action_fields: FieldValues;
  /** The values as the user wrote them. */
  readonly raw: FieldValues;
}

/** The result of the action: of a list the first. Source: runner, index.js, `parseFinalResult`. */
export async function write(step: ActionStep, on: ActiveRun): Promise<{ [key: string]: Json }> {
  const result = await manage(writeCall(step), on);
  return shaped(result, (result) => shapeObject(Array.isArray(result) ? result[0] : result), on);
}

/** POSTs the fields to the action's URL. Source: runner, index.js, `runCreate`. */
function writeCall(step: ActionStep): ManagedCall {
  const { key, url = "", fields } = step.action;
  return {
    methods: methodsAround("write", "action", key),
    request: { url, method: "POST", body: sentFields(step, step.action_fields) },
    data: { inputData: step.action_fields, inputDataRaw: step.raw },
    bundle: (data) => ({ ...rawUrl(url), ...actionFields(step, data) }),
    empty_data: ({ inputData }) => JSON.stringify(shownFields(step, inputData)),
    files: fields.filter(({ type }) => type === "file").map((field) => field.key),
  };
}

/** The members of an action's bundles. Source: runner, bundle.js, `addInputData`. */
function actionFields(step: ActionStep, { inputData, inputDataRaw }: StepData): FieldValues {
  return {
    action_fields: shownFields(step, inputData),
    action_fields_full: inputData,
    action_fields_raw: inputDataRaw ?? inputData,
  };
}

/** The runner turns their order around. */
function shownFields(step: ActionStep, values: FieldValues): FieldValues {
  return sentFields(step, Object.fromEntries(Object.entries(values).reverse()));
}

/** Those that are not kept out of the body. Source: the archived documentation, "Send to Action Endpoint URL in JSON body". */
function sentFields({ action }: ActionStep, values: FieldValues): FieldValues {
  const kept = action.fields.flatMap((field) => (field.send_in_json === false ? [field.key] : []));
  return unflatten(Object.fromEntries(Object.entries(values).filter(([key]) => !kept.includes(key))));
}
