import type { Action, Field, Metadata, Search, StepField, Trigger } from "../../model/definitions.ts";
import { Failure } from "../../model/failure.ts";
import { declared } from "../declared.ts";
import { type Clock, isTimeZone } from "../fields/coerce.ts";
import { rawFieldValues, readFieldValues } from "../fields/field-values.ts";
import { withLineItems } from "../fields/line-items.ts";
import type { PollOptions, RunOptions, SearchOptions, WriteOptions } from "../run/run-options.ts";
import type { Runs } from "../run/runs.ts";
import type { ActionStep } from "./action.ts";
import { asFields, type FieldsOf, type FoundField } from "./custom-fields.ts";
import type { SearchStep } from "./search.ts";
import type { TriggerStep } from "./trigger.ts";

/** What a step is read from, and what for. */
export interface Reading {
  readonly metadata: Metadata;
  /** For messages: `poll thing`. */
  readonly task: string;
  readonly clock: Clock;
  /** The user is not done yet: what is missing, and what is of no use, does no harm. */
  readonly unfinished?: true;
}

/** What a run is read with, by its options. Assumed: the time zone of a user of whom nothing is known. */
export function readingFor(
  task: string,
  { zap }: RunOptions,
  { metadata, runs }: { readonly metadata: Metadata; readonly runs: Runs },
): Reading {
  const { timezone = "UTC" } = zap?.user ?? {};
  if (!isTimeZone(timezone))
    throw new Failure(`Failed to ${task}: there is no time zone ${JSON.stringify(timezone)}.`, {
      hint: 'Name it in zap.user.timezone as the platform does: "Europe/Paris".',
    });
  return { metadata, task, clock: { now: runs.now, timezone } };
}

/** A trigger with what the user filled in. Wrong values throw a Failure. */
export function triggerStep(
  key: string,
  { trigger_fields = {} }: PollOptions,
  reading: Reading,
): TriggerStep {
  const trigger = declared(key, reading.metadata.triggers, { ...reading, kind: "trigger" });
  const form = { ...reading, fields: trigger.fields, kind: "trigger field" };
  return { trigger, trigger_fields: readFieldValues(trigger_fields, form) };
}

/** An action with what the user filled in. Wrong values throw a Failure. */
export function actionStep(key: string, options: WriteOptions, reading: Reading): ActionStep {
  const { action_fields = {}, custom_fields } = options;
  const action = declared(key, reading.metadata.actions, { ...reading, kind: "action" });
  const fields = withCustom(action.fields, custom_fields);
  const values = readFieldValues(action_fields, { ...reading, fields, kind: "action field" });
  return {
    action,
    action_fields: withLineItems(values, action.fields),
    raw: withLineItems(rawFieldValues(action_fields), action.fields),
  };
}

/** A search with what the user filled in, for it and for the action that creates what it does not find. */
export function searchStep(key: string, options: SearchOptions, reading: Reading): SearchStep {
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

/** Where a field stands. */
export type Place = { readonly field: string } & Whose;

/** A trigger, an action or a search, by its key. */
export type Whose = { readonly trigger: string } | { readonly action: string } | { readonly search: string };

/** The fields of a step. */
export function fieldsOf(whose: Whose, reading: Reading): readonly StepField[] {
  return stepOf(whose, reading).step.fields;
}

/** What custom fields are asked for. */
export function whoseFields(whose: Whose, result: boolean, reading: Reading): FieldsOf {
  const of = stepOf(whose, reading);
  return of.kind === "trigger" ? of : { ...of, result };
}

type StepOf =
  | { readonly kind: "trigger"; readonly step: Trigger }
  | { readonly kind: "action"; readonly step: Action }
  | { readonly kind: "search"; readonly step: Search };

function stepOf(whose: Whose, { task, metadata }: Reading): StepOf {
  const found = <T extends { key: string }, K extends string>(kind: K, key: string, steps: readonly T[]) => ({
    kind,
    step: declared(key, steps, { task, kind }),
  });
  if ("trigger" in whose) return found("trigger", whose.trigger, metadata.triggers);
  if ("action" in whose) return found("action", whose.action, metadata.actions);
  return found("search", whose.search, metadata.searches);
}
