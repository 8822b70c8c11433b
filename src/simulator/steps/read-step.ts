import type { Action, Field, Metadata, Search, StepField, Trigger } from "../../model/definitions.ts";
import { Failure } from "../../model/failure.ts";
import { suggestion } from "../../model/nearest.ts";
import { type Clock, isTimeZone, unknownTimeZone } from "../fields/dates.ts";
import { type FieldValues, readFieldValues } from "../fields/field-values.ts";
import type { FoundField } from "../fields/form.ts";
import { rawFieldValues } from "../fields/raw-values.ts";
import { refuseNoJson } from "../fields/refused-values.ts";
import type { LoadedMetadata } from "../given-metadata.ts";
import type { PollOptions, RunOptions, SearchOptions, WriteOptions } from "../run/run-options.ts";
import type { RunQueue } from "../run/run-queue.ts";
import type { Runtime } from "../runtime.ts";
import type { ActionStep } from "./action.ts";
import { asFields, type FieldsOf } from "./custom-fields.ts";
import type { TriggerStep } from "./trigger.ts";

/** The metadata and the options that a step is read with. */
export interface StepReadOptions {
  readonly metadata: Metadata;
  /** For messages: `poll thing`. */
  readonly task: string;
  readonly clock: Clock;
  readonly runtime: Runtime;
  /** The fields that nobody has declared; undefined where the metadata say everything. */
  readonly inferred?: ReadonlySet<Field>;
  /** The user is not done yet: missing values, and values of no use, do no harm. */
  readonly unfinished?: true;
}

/** The reading of a run, by its options. */
export function readingFor(
  task: string,
  { zap }: RunOptions,
  { metadata, inferred, runs }: Pick<LoadedMetadata, "metadata" | "inferred"> & { readonly runs: RunQueue },
): StepReadOptions {
  const { timezone = unknownTimeZone } = zap?.user ?? {};
  if (!isTimeZone(timezone))
    throw new Failure(`Failed to ${task}: there is no time zone ${JSON.stringify(timezone)}.`, {
      hint: 'Name it in zap.user.timezone as the platform does: "Europe/Paris".',
    });
  const clock = { now: runs.now, timezone };
  return { metadata, task, clock, runtime: runs.runtime, ...(inferred && { inferred }) };
}

/** A trigger with what the user filled in. Wrong values throw a Failure. */
export function triggerStep(
  key: string,
  { trigger_fields = {} }: PollOptions,
  reading: StepReadOptions,
): TriggerStep {
  const trigger = declared(key, reading.metadata.triggers, { ...reading, kind: "trigger" });
  const form = { ...reading, fields: trigger.fields, kind: "trigger field" };
  return { trigger, trigger_fields: readFieldValues(trigger_fields, form) };
}

/** An action with what the user filled in. Wrong values throw a Failure. */
export function actionStep(key: string, options: WriteOptions, reading: StepReadOptions): ActionStep {
  const { action_fields = {}, custom_fields } = options;
  const action = declared(key, reading.metadata.actions, { ...reading, kind: "action" });
  const form = { ...reading, fields: withCustom(action.fields, custom_fields), kind: "action field" };
  return {
    action,
    action_fields: readFieldValues(action_fields, form),
    raw: rawFieldValues(action_fields, form),
  };
}

/** A search, with what the user filled in. */
export interface SearchStep {
  readonly search: Search;
  readonly search_fields: FieldValues;
  /** The linked action, which creates what is not found. */
  readonly create?: ActionStep;
}

/** A search with what the user filled in, for it and for the action that creates what it does not find. */
export function searchStep(key: string, options: SearchOptions, reading: StepReadOptions): SearchStep {
  const { search_fields = {}, custom_fields, create } = options;
  const { task, metadata } = reading;
  const search = declared(key, metadata.searches, { task, kind: "search" });
  const fields = withCustom(search.fields, custom_fields);
  const values = readFieldValues(search_fields, { ...reading, fields, kind: "search field" });
  if (!create) return { search, search_fields: values };
  if (search.search_or_create === undefined)
    throw new Failure(`Failed to ${task}: the search "${key}" has no action to create with.`, {
      hint: `Name one in searches/${key}.ts: search_or_create: "KEY".`,
    });
  return { search, search_fields: values, create: actionStep(search.search_or_create, create, reading) };
}

function withCustom<T extends Field>(fields: readonly T[], found: readonly FoundField[] = []): (T | Field)[] {
  return [...fields, ...asFields(found)];
}

/** The address of a field: its key, and its step. */
export type FieldAddress = { readonly field: string } & StepRef;

/** A trigger, an action or a search, by its key. */
export type StepRef =
  | { readonly trigger: string }
  | { readonly action: string }
  | { readonly search: string };

/** The fields of a step. */
export function fieldsOf(ref: StepRef, reading: StepReadOptions): readonly StepField[] {
  return stepOf(ref, reading).step.fields;
}

/** The step and the kind of the custom fields that are asked for. */
export function customFieldsOf(ref: StepRef, result: boolean, reading: StepReadOptions): FieldsOf {
  const of = stepOf(ref, reading);
  return of.kind === "trigger" ? of : { ...of, result };
}

/**
 * The values that the user has filled in so far, as the methods for custom fields see them. Source: the scripting reference, for actions and
 * searches: "raw"; the archived documentation, "Version 2", for triggers: "coerced".
 */
export function filledSoFar(of: FieldsOf, fields: FieldValues, reading: StepReadOptions): FieldValues {
  const form = { ...reading, fields: of.step.fields, kind: "field", unfinished: true } as const;
  if (of.kind === "trigger") return readFieldValues(fields, form);
  refuseNoJson(fields, form);
  return rawFieldValues(fields, form);
}

type StepOf =
  | { readonly kind: "trigger"; readonly step: Trigger }
  | { readonly kind: "action"; readonly step: Action }
  | { readonly kind: "search"; readonly step: Search };

function stepOf(ref: StepRef, { task, metadata }: StepReadOptions): StepOf {
  const found = <T extends { key: string }, K extends string>(kind: K, key: string, steps: readonly T[]) => ({
    kind,
    step: declared(key, steps, { task, kind }),
  });
  if ("trigger" in ref) return found("trigger", ref.trigger, metadata.triggers);
  if ("action" in ref) return found("action", ref.action, metadata.actions);
  return found("search", ref.search, metadata.searches);
}

/** The trigger, action or search of a key; a Failure names the nearest when there is none. */
function declared<T extends { readonly key: string }>(
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
