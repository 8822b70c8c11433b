import type { ActionField, Metadata, Step, StepList } from "../../model/definitions.ts";
import { didYouMean } from "../../model/nearest.ts";
import type { SchemaError } from "../../model/validate.ts";

/** Something that a rule finds in metadata that matches its schema. */
export interface RuleFinding extends SchemaError {
  /** The advice. */
  readonly hint?: string;
}

/** A condition on metadata, besides its schema. */
export interface MetadataRule {
  /** The platform's own id where it makes the same check, else a name. */
  readonly id: string;
  /** The condition, as a sentence of the documentation. */
  readonly about: string;
  /** The severity of a finding in a build: an error stops it. */
  readonly build: "error" | "warning";
  readonly check: (metadata: Metadata) => RuleFinding[];
}

/** A step, and where it stands in the metadata. */
export interface PlacedStep {
  readonly step: Step;
  /** `trigger`, `action` or `search`. */
  readonly kind: "trigger" | "action" | "search";
  readonly path: string;
}

const kinds = { triggers: "trigger", actions: "action", searches: "search" } as const;

/** All steps, and where each stands. */
export function placedSteps(metadata: Metadata): PlacedStep[] {
  return (Object.keys(kinds) as StepList[]).flatMap((list) =>
    metadata[list].map((step, index) => ({ step, kind: kinds[list], path: `/${list}/${index}` })),
  );
}

/** A field, and where it stands. */
export interface PlacedField {
  /** Any field may have what only some have. */
  readonly field: ActionField;
  /** The fields that the user fills in with it. */
  readonly fields: readonly ActionField[];
  readonly path: string;
}

/** All fields, those of the account first. */
export function placedFields(metadata: Metadata): PlacedField[] {
  const { auth } = metadata.app;
  const lists = placedSteps(metadata).map(({ step, path }) => ({ fields: step.fields, path }));
  const all = "fields" in auth ? [{ fields: auth.fields, path: "/app/auth" }, ...lists] : lists;
  return all.flatMap(({ fields, path }) =>
    fields.map((field, index) => ({ field, fields, path: `${path}/fields/${index}` })),
  );
}

/** The keys of some steps. */
export function keysOf(steps: readonly { readonly key: string }[]): string[] {
  return steps.map(({ key }) => key);
}

/** `there is no trigger "queues". Did you mean "queue"?` Undefined where there is one. */
export function missing(key: string, kind: string, keys: readonly string[]): string | undefined {
  if (keys.includes(key)) return undefined;
  const meant = didYouMean(key, keys, (name) => `"${name}"`);
  return [`there is no ${kind} "${key}".`, meant].filter(Boolean).join(" ");
}

/** Tells whether a sample shows every key of a step's results: there is one, and no API adds keys that only it knows. */
export function hasWholeSample(step: Step): step is Step & Required<Pick<Step, "sample">> {
  return step.sample !== undefined && !hasCustomResults(step);
}

function hasCustomResults(step: Step): boolean {
  const urls = "custom_result_fields_url" in step ? step.custom_result_fields_url : undefined;
  const labels = step.methods.some((method) => /custom_(\w+_)?(result|trigger)_fields$/.test(method));
  const isTrigger = "type" in step;
  return urls !== undefined || labels || (isTrigger && step.custom_fields_url !== undefined);
}

/** Tells whether the platform can poll a trigger: a hook's, for what the editor shows, and for dropdowns. */
export function isPolled({ type, url, methods }: Metadata["triggers"][number]): boolean {
  return type === "polling" || url !== undefined || methods.includes("poll");
}

/** Tells whether the platform subscribes to a trigger's hooks. */
export function isSubscribed({ type }: Metadata["triggers"][number]): boolean {
  return type === "rest_hook" || type === "notification_hook";
}

/** Says that a trigger of hooks is polled, too. */
export function pollIt(key: string): string {
  return `Give the trigger "${key}" a \`url\` that returns its items, or name another trigger.`;
}

// Source: the archived documentation, "Accessing Nested Keys".
/** Tells whether a sample has a key; `owner__name` is `name` of `owner`. */
export function hasKey(sample: { readonly [key: string]: unknown }, key: string): boolean {
  if (Object.hasOwn(sample, key)) return true;
  const [first = "", ...rest] = key.split("__");
  const inner = Object.hasOwn(sample, first) ? sample[first] : undefined;
  const isObject = typeof inner === "object" && inner !== null && !Array.isArray(inner);
  return rest.length > 0 && isObject && hasKey(inner as typeof sample, rest.join("__"));
}

/** `id, title`, for a message. */
export function keysShown(sample: object): string {
  return Object.keys(sample).join(", ");
}
