import type { Properties } from "../inference/infer-metadata.ts";
import {
  authNames,
  dataSources,
  extraNames,
  fieldTypeNames,
  type WebBuilderDump,
} from "../inference/web-builder-dump.ts";
import type {
  Action,
  Auth,
  AuthField,
  Field,
  Metadata,
  Search,
  StepField,
  Trigger,
} from "../model/definitions.ts";

/**
 * The metadata as the Web Builder's five historical files. A property that the builder's files have no place for stands there under its name
 * in the metadata, where `metadataOfDump` finds it again.
 */
export function dumpOf({ app, triggers, actions, searches }: Metadata): Required<WebBuilderDump> {
  return {
    general: generalOf(app),
    auth_fields: app.auth.type === "none" ? {} : fieldsOf(app.auth.fields),
    triggers: byKey(triggers, (trigger) => ({ ...stepOf(trigger), ...ofTrigger(trigger) })),
    actions: byKey(actions, stepOf),
    searches: byKey(searches, (search) => ({ ...stepOf(search), ...ofSearch(search) })),
  };
}

function byKey<S extends { readonly key: string }>(
  steps: readonly S[],
  of: (step: S) => Properties,
): { [key: string]: Properties } {
  return Object.fromEntries(steps.map((step) => [step.key, of(step)]));
}

function generalOf({ auth, ...app }: Metadata["app"]): Properties {
  const { type, mapping, placement, ...others } = auth as Auth & { [name: string]: unknown };
  return {
    title: app.title,
    description: app.description,
    image_url: null,
    homepage_url: app.homepage_url ?? null,
    test_trigger_key: app.test_trigger ?? null,
    auth_type: nameOf(auth),
    auth_mapping: mapping ?? {},
    subscribe_url: app.subscribe_url ?? "",
    unsubscribe_url: app.unsubscribe_url ?? "",
    ...extrasOf(app as Properties, extraNames.app),
    // The name of the authentication already says it of an API key.
    ...(placement !== undefined && type !== "api_key" && { auth_placement: placement }),
    ...extrasOf(others, extraNames.auth),
  };
}

function nameOf(auth: Auth): string {
  const placement = "placement" in auth ? auth.placement : undefined;
  return authNames(auth.type, placement);
}

function stepOf(step: Trigger | Action | Search): Properties {
  const { label, noun, help_text, hidden, important, url, custom_fields_url, sample } = step;
  return {
    label,
    noun: noun ?? "",
    help_text: help_text ?? "",
    important: important ?? false,
    hide: hidden ?? false,
    url: url ?? "",
    custom_fields_url: custom_fields_url ?? "",
    sample_result_fields: Object.keys(sample ?? {}).map((key) => ({ key })),
    fields: fieldsOf(step.fields),
    ...extrasOf(step as unknown as Properties, extraNames.step),
  };
}

function ofTrigger(trigger: Trigger): Properties {
  const { type } = trigger;
  return {
    data_source: dataSources[type],
    ...((type === "rest_hook" || type === "notification_hook") && { hook_event: trigger.event }),
    ...(type === "static_hook" && { hook_static_directions: trigger.directions ?? "" }),
  };
}

function ofSearch({ resource_url, search_or_create, search_or_create_label }: Search): Properties {
  return {
    resource_url: resource_url ?? "",
    action_pair_key: search_or_create ?? null,
    action_pair_label: search_or_create_label ?? null,
  };
}

function fieldsOf(fields: readonly Field[]): { [key: string]: Properties } {
  return Object.fromEntries(fields.map((field, index) => [field.key, fieldOf(field, index + 1)]));
}

function fieldOf(field: AuthField & StepField, sort: number): Properties {
  const { label, type, required, help_text, placeholder, default: preset, list, prefill, choices } = field;
  return {
    label,
    type: fieldTypeNames[type],
    required: required ?? false,
    help_text: help_text ?? "",
    placeholder: placeholder ?? "",
    default: preset ?? "",
    sort,
    list: list ?? false,
    prefill: prefill ?? null,
    choices: choicesText(choices) ?? null,
    ...extrasOf(field as unknown as Properties, extraNames.field),
  };
}

/** `one_time|One Time,monthly|Monthly`. Choices that this text cannot hold stay as they are. */
function choicesText(choices: Field["choices"]): unknown {
  if (choices === undefined) return undefined;
  const pairs = Array.isArray(choices) ? choices.map((value) => [value]) : Object.entries(choices);
  const isSafe = pairs.flat().every((text) => text !== "" && text.trim() === text && !/[,|]/.test(text));
  return isSafe ? pairs.map((pair) => pair.join("|")).join(",") : choices;
}

function extrasOf(given: Properties, names: readonly string[]): Properties {
  return Object.fromEntries(
    names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]),
  );
}
