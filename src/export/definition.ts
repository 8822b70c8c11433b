import type { Properties } from "../inference/infer-metadata.ts";
import type { Action, Metadata, Search, Trigger } from "../model/definitions.ts";
import { authentication, legacyAuthentication } from "./authentication.ts";
import { inputFields } from "./fields.ts";
import { type FunctionSource, middleware, run } from "./run.ts";

/** The versions that an exported app is made for, and tested with. */
export const platform = { core: "19.1.0", cli: "19.1.0", runner: "4.0.8", node: 22 } as const;

/** A trigger, a create or a search of a definition. */
export interface DefinedStep extends Properties {
  readonly key: string;
  readonly noun: string;
  readonly display: Properties;
  readonly operation: Properties;
}

interface DefinedSteps {
  readonly [key: string]: DefinedStep;
}

/** The definition of a converted app, with functions as data: today's platform runs an integration's script with it. */
export interface ExportedDefinition {
  readonly version: string;
  readonly platformVersion: string;
  readonly authentication?: Properties;
  readonly beforeRequest: readonly FunctionSource[];
  readonly afterResponse: readonly FunctionSource[];
  readonly flags: Properties;
  readonly hydrators: { readonly [name: string]: FunctionSource };
  readonly triggers: DefinedSteps;
  readonly creates: DefinedSteps;
  readonly searches: DefinedSteps;
  readonly searchOrCreates: { readonly [key: string]: Properties };
  readonly legacy: Properties;
}

/** The definition of an integration. Source: docs/platform.md, "A converted CLI app". */
export function definitionOf(metadata: Metadata, script: string): ExportedDefinition {
  const { app, triggers, actions, searches } = metadata;
  const account = authentication(metadata);
  return {
    version: app.version,
    platformVersion: platform.core,
    ...(account && { authentication: account }),
    beforeRequest: [middleware("beforeRequest")],
    afterResponse: [middleware("afterResponse")],
    // Else core throws for 4xx, 5xx and 429 before a `post_` method sees the response.
    flags: { skipThrowForStatus: true, throwForThrottlingEarly: false },
    hydrators: {
      legacyMethodHydrator: run("hydrate.method"),
      legacyFileHydrator: run("hydrate.file"),
    },
    triggers: byKey(triggers, (trigger) => definedTrigger(trigger, app)),
    creates: byKey(actions, definedCreate),
    searches: byKey(searches, definedSearch),
    searchOrCreates: Object.fromEntries(searches.flatMap(searchOrCreate)),
    legacy: legacyOf(metadata, script),
  };
}

function byKey<S extends { readonly key: string }, D>(
  steps: readonly S[],
  of: (step: S) => D,
): { [key: string]: D } {
  return Object.fromEntries(steps.map((step) => [step.key, of(step)]));
}

function step(
  { key, noun, label, help_text, hidden }: Trigger | Action | Search,
  operation: Properties,
  directions?: string,
): DefinedStep {
  return {
    key,
    // Today's platform asks for one.
    noun: noun ?? label,
    display: {
      label,
      ...(help_text !== undefined && { description: help_text }),
      ...(directions !== undefined && { directions }),
      ...(hidden && { hidden }),
    },
    operation,
  };
}

function definedTrigger(trigger: Trigger, app: Metadata["app"]): DefinedStep {
  const { key, type, custom_fields_url, paging } = trigger;
  const common = {
    inputFields: inputFields(trigger.fields),
    ...(custom_fields_url !== undefined && { outputFields: [run("trigger.output", key)] }),
    ...(trigger.sample && { sample: trigger.sample }),
    ...(paging && { canPaginate: true }),
  };
  if (type === "polling") return step(trigger, { type: "polling", perform: run("trigger", key), ...common });
  const isSubscribed = type !== "static_hook";
  const operation = {
    type: "hook",
    perform: run("trigger.hook", key),
    ...(isPolled(trigger) && { performList: run("trigger", key) }),
    ...(isSubscribed &&
      app.subscribe_url !== undefined && { performSubscribe: run("trigger.hook.subscribe", key) }),
    ...(isSubscribed &&
      app.unsubscribe_url !== undefined && { performUnsubscribe: run("trigger.hook.unsubscribe", key) }),
    ...common,
  };
  return step(trigger, operation, type === "static_hook" ? trigger.directions : undefined);
}

/** Tells whether the editor can ask for samples. */
function isPolled({ url, methods }: Trigger): boolean {
  return url !== undefined || methods.includes("poll");
}

function definedCreate(action: Action): DefinedStep {
  const { key, sample } = action;
  return step(action, {
    perform: run("create", key),
    ...definedFields(action, "create", "action"),
    ...(sample && { sample }),
  });
}

function definedSearch(search: Search): DefinedStep {
  const { key, sample, resource_url, methods } = search;
  const isRead = resource_url !== undefined || methods.includes("read_resource");
  return step(search, {
    perform: run("search", key),
    ...(isRead && { performGet: run("search.resource", key) }),
    ...definedFields(search, "search", "search"),
    ...(sample && { sample }),
  });
}

/** Custom fields come from a URL or a method. The runner fails where it is asked for them and there is neither. */
function definedFields(
  { key, fields, custom_fields_url, custom_result_fields_url, methods }: Action | Search,
  list: "create" | "search",
  kind: "action" | "search",
): Properties {
  const hasInput = custom_fields_url !== undefined || methods.includes(`custom_${kind}_fields`);
  const hasOutput =
    custom_result_fields_url !== undefined || methods.includes(`custom_${kind}_result_fields`);
  const input = [...inputFields(fields), ...(hasInput ? [run(`${list}.input`, key)] : [])];
  return {
    inputFields: input,
    ...(hasOutput && { outputFields: [run(`${list}.output`, key)] }),
  };
}

function searchOrCreate({
  key,
  label,
  help_text,
  hidden,
  search_or_create,
  search_or_create_label,
}: Search): [string, Properties][] {
  if (search_or_create === undefined) return [];
  const display = {
    label: search_or_create_label ?? label.replace(/^Find\b/, "Find or Create"),
    ...(help_text !== undefined && { description: help_text }),
    ...(hidden && { hidden }),
  };
  return [[key, { key, display, search: key, create: search_or_create }]];
}

function legacyOf({ app, triggers, actions, searches }: Metadata, script: string): Properties {
  const account = legacyAuthentication(app);
  return withoutUndefined({
    scriptingSource: script,
    subscribeUrl: app.subscribe_url,
    unsubscribeUrl: app.unsubscribe_url,
    authentication: account,
    triggers: byKey(triggers, legacyTrigger),
    creates: byKey(actions, legacyCreate),
    searches: byKey(searches, legacySearch),
  });
}

function legacyTrigger(trigger: Trigger): Properties {
  const { url, type, custom_fields_url } = trigger;
  const isSubscribed = type === "rest_hook" || type === "notification_hook";
  return operation({
    url,
    event: isSubscribed ? trigger.event : undefined,
    hookType: isSubscribed ? (type === "rest_hook" ? "rest" : "notification") : undefined,
    outputFieldsUrl: custom_fields_url,
  });
}

function legacyCreate({ url, fields, custom_fields_url, custom_result_fields_url }: Action): Properties {
  const excluded = fields.filter(({ send_in_json }) => send_in_json === false).map(({ key }) => key);
  return operation({
    url,
    inputFieldsUrl: custom_fields_url,
    outputFieldsUrl: custom_result_fields_url,
    fieldsExcludedFromBody: excluded.length > 0 ? excluded : undefined,
  });
}

function legacySearch({
  url,
  resource_url,
  custom_fields_url,
  custom_result_fields_url,
}: Search): Properties {
  return operation({
    url,
    resourceUrl: resource_url,
    inputFieldsUrl: custom_fields_url,
    outputFieldsUrl: custom_result_fields_url,
  });
}

function operation(values: Properties): Properties {
  return { operation: withoutUndefined(values) };
}

function withoutUndefined(values: Properties): Properties {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/**
 * A definition of which `zapier-platform convert --json` makes an app that needs no change by hand. `convert` writes no
 * .zapierapprc, without which `build` packs only files that others require: so one function requires scripting.js, which the app
 * reads as text.
 */
export function convertibleDefinition(definition: ExportedDefinition): ExportedDefinition {
  return { ...definition, beforeRequest: [requiringScript(middleware("beforeRequest"))] };
}

function requiringScript({ source, ...more }: FunctionSource): FunctionSource {
  const packed =
    '// Never called: it has `build` pack scripting.js.\nconst packed = () => require("./scripting.js");\nvoid packed;\n';
  return { source: `${packed}${source}`, ...more };
}
