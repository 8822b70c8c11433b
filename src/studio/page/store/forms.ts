import { computed, signal } from "@preact/signals";
import type { Json, Values } from "../../../model/bundles/shared.ts";
import type { FoundField, Runtime } from "../../../simulator/index.ts";
import type { Operation, RunDetail } from "../../api.ts";
import { state } from "./studio.ts";

/** The values that are filled in for one operation. */
export interface FilledForm {
  readonly values: Values;
  /** The custom fields that the API defined when it was asked. */
  readonly custom?: readonly FoundField[];
  /** The fields of the action that creates what a search does not find; absent to search only. */
  readonly create?: Values | undefined;
}

const forms = signal<{ readonly [operation: string]: FilledForm }>({});

/** The values that are filled in; at first the defaults of the fields. */
export function filledOf({ id, fields }: Operation): FilledForm {
  return forms.value[id] ?? { values: defaults(fields) };
}

function defaults(fields: Operation["fields"]): Values {
  const given = fields.filter((field) => field.default !== undefined && !("parent_key" in field));
  return Object.fromEntries(given.map((field) => [field.key, field.default as Json]));
}

/** Keeps what is filled in, in memory only. */
export function fill(operation: Operation, change: Partial<FilledForm>): void {
  forms.value = { ...forms.value, [operation.id]: { ...filledOf(operation), ...change } };
}

/** Fills in what a run was given. */
export function fillFrom(operation: Operation, { asked }: RunDetail): void {
  if (asked !== null && "fields" in asked) fill(operation, { values: asked.fields });
}

/** A value without the entries that are empty. */
export function setValue(values: Values, key: string, value: Json | undefined): Values {
  const { [key]: _, ...others } = values;
  return value === undefined || value === "" ? others : { ...others, [key]: value };
}

const chosenRuntime = signal<Runtime | undefined>(undefined);

/** The runtime that the next run is on. */
export const runtime = computed<Runtime>(() => chosenRuntime.value ?? state.value?.runtime ?? "converted");

export function chooseRuntime(next: Runtime): void {
  chosenRuntime.value = next;
}
