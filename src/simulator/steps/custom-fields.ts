import type { Action, Field, Search, Trigger } from "../../model/definitions.ts";
import { type MethodKind, methodsAround } from "../../model/methods.ts";
import type { FieldValues } from "../fields/field-values.ts";
import type { FoundField } from "../fields/form.ts";
import { unflatten } from "../fields/unflatten.ts";
import { isPlainObject } from "../json.ts";
import { customFieldLimit } from "../limits.ts";
import type { ActiveRun } from "../run/run-context.ts";
import { RunFailed } from "../run/run-failed.ts";
import { rawUrl } from "./bundle.ts";
import { type ManagedCall, manage } from "./managed-call.ts";
import { shaped } from "./shape.ts";
import { triggerFields } from "./trigger.ts";

/** The owner of the fields: those that the user fills in, or the labels of what is returned. */
export type FieldsOf =
  | { readonly kind: "trigger"; readonly step: Trigger }
  | { readonly kind: "action"; readonly step: Action; readonly result: boolean }
  | { readonly kind: "search"; readonly step: Search; readonly result: boolean };

// Source: runner, index.js, `FIELD_TYPE_CONVERT_MAP`; others stay as they are.
const convertedTypes: { readonly [type: string]: string } = {
  bool: "boolean",
  dict: "string",
  float: "number",
  int: "integer",
  unicode: "string",
};

/** Asks for custom fields. There are none where the step has neither a URL nor a full method for them. */
export async function customFields(of: FieldsOf, filled: FieldValues, on: ActiveRun): Promise<FoundField[]> {
  const call = fieldsCall(of, filled);
  const { full } = call.methods;
  if (call.request.url === "" && !(full && on.run.has(full))) return [];
  const found = shaped(await manage(call, on), cleanFields, on);
  if (found.length <= customFieldLimit) return found;
  // Assumed: the text, and that it is an error.
  const message = `There are ${found.length} custom fields, and ${customFieldLimit} at most are allowed.`;
  throw new RunFailed({ name: "Error", message });
}

/** Source: runner, index.js, `runCustomFields`. */
function fieldsCall(of: FieldsOf, filled: FieldValues): ManagedCall {
  const { key, custom_fields_url } = of.step;
  const ofResult = of.kind === "trigger" || of.result;
  const url = of.kind !== "trigger" && of.result ? of.step.custom_result_fields_url : custom_fields_url;
  const what = `custom_${of.kind}_${ofResult && of.kind !== "trigger" ? "result_" : ""}fields`;
  return {
    methods: methodsAround(what, of.kind, key),
    request: { url: url ?? "", method: "GET" },
    data: { inputData: filled },
    bundle: ({ inputData }) => ({ ...(url !== undefined && rawUrl(url)), ...filledIn(of.kind, inputData) }),
    full_asks: "where it likes",
    // Source: docs/platform.md, "`z`": custom fields become [].
    promises: "lost",
    ...(of.kind === "action" &&
      Object.keys(filled).length > 0 && {
        empty_data: ({ inputData }) => JSON.stringify(nestedFields(inputData)),
      }),
  };
}

function filledIn(kind: MethodKind, filled: FieldValues): FieldValues {
  if (kind === "trigger") return triggerFields(filled);
  if (kind === "search") return { search_fields: filled };
  return { action_fields: nestedFields(filled), action_fields_full: filled, action_fields_raw: filled };
}

/** The runner turns the order of the fields around. Source: runner, bundle.js, `bundleConverter`. */
function nestedFields(filled: FieldValues): FieldValues {
  return unflatten(Object.fromEntries(Object.entries(filled).reverse()));
}

/** A result that is not a list gives no fields. Source: runner, index.js, `parseFinalResult` and `cleanCustomFields`. */
function cleanFields(result: unknown): FoundField[] {
  if (!Array.isArray(result)) return [];
  return result.flatMap((field) => {
    if (!isPlainObject(field) || !field.key) return [];
    const { list: _, ...single } = field;
    const own = field.type === "dict" ? { ...single, dict: true } : field;
    const type = convertedTypes[String(field.type)] ?? field.type;
    return [{ ...own, ...(type !== undefined && { type }) } as FoundField];
  });
}

/** The found fields as fields of a form. Source: the archived documentation, "Action Fields (Custom)": required by default. */
export function asFields(found: readonly FoundField[]): Field[] {
  const ownTypes = new Map(Object.entries(convertedTypes).map(([own, converted]) => [converted, own]));
  return found.map(({ key, type = "unicode", label = key, required = true, dict, ...field }) => {
    const ownType = dict ? "dict" : (ownTypes.get(type) ?? type);
    return {
      ...field,
      key,
      label,
      required,
      type: type === "string" && !dict ? "unicode" : ownType,
    } as Field;
  });
}
