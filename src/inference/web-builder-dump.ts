import { parseJson } from "../input/read-json.ts";
import type { Auth, Field, FieldType, Metadata, Trigger } from "../model/definitions.ts";
import { DataFailure } from "../model/failure.ts";
import type { Partially, Properties } from "./infer-metadata.ts";

/**
 * The content of the Web Builder's dump, a JSON file each. Source: docs/platform.md, "The historical dump". A file that
 * is not there is undefined.
 */
export const dumpParts = ["general", "auth_fields", "triggers", "actions", "searches"] as const;

export type WebBuilderDump = { readonly [part in (typeof dumpParts)[number]]?: unknown };

/** Tells whether an object is a dump, and not metadata as zapc writes them: there the steps are lists, here objects by their keys. */
export function isDump(given: { readonly [name: string]: unknown }): given is WebBuilderDump {
  return isObject(given.general) || isObject(given.auth_fields) || isObject(given.triggers);
}

/** Reads a dump as metadata. A value that it leaves empty is missing in them. */
export function metadataOfDump(dump: WebBuilderDump): Partially<Metadata> {
  const general = objectIn(dump.general, "general");
  const { title, description, homepage_url, test_trigger_key, subscribe_url, unsubscribe_url } = general;
  const auth = authOf(general, entriesOf(dump.auth_fields, "auth_fields"));
  const urls = { homepage_url, subscribe_url, unsubscribe_url };
  const extras = extrasIn(general, extraNames.app);
  const app = filled({ title, description, test_trigger: test_trigger_key, ...urls, ...extras });
  const steps = (part: "triggers" | "actions" | "searches", own: (step: Properties) => Properties) =>
    entriesOf(dump[part], part).map(([key, step]) => ({ ...stepOf(key, step), ...filled(own(step)) }));
  return {
    app: { ...app, ...(auth && { auth }) },
    triggers: steps("triggers", ofTrigger),
    actions: steps("actions", () => ({})),
    searches: steps("searches", ({ resource_url, action_pair_key, action_pair_label }) => ({
      resource_url,
      search_or_create: action_pair_key,
      search_or_create_label: action_pair_label,
    })),
  } as Partially<Metadata>;
}

/** The properties that the Web Builder's files have no place for: `zapc export --to dump` writes them under their names in the metadata. */
export const extraNames = {
  app: ["version", "category", "logo"],
  auth: [
    ...["request_token_url", "authorize_url", "access_token_url", "refresh_token_url"],
    ...["scope", "extra_fields", "connection_label"],
  ],
  step: ["sample", "custom_result_fields_url", "paging"],
  field: ["searchfill", "parent_key", "send_in_json", "input_format"],
} as const;

function extrasIn(given: Properties, names: readonly string[]): Properties {
  return Object.fromEntries(names.map((name) => [name, given[name]]));
}

function stepOf(key: string, step: Properties): Properties {
  const { label, noun, help_text, url, custom_fields_url, important, hide } = step;
  const samples = Array.isArray(step.sample_result_fields) ? step.sample_result_fields.filter(isObject) : [];
  const sample = Object.fromEntries(samples.map(({ key: name, label: shown }) => [name, shown || name]));
  return filled({
    ...{ key, label, noun, help_text, url, custom_fields_url },
    ...{ important: important || undefined, hidden: hide || undefined },
    fields: fieldsOf(step.fields, `the fields of ${key}`),
    sample: samples.length > 0 ? { id: 1, ...sample } : undefined,
    ...filled(extrasIn(step, extraNames.step)),
  });
}

function ofTrigger({ data_source, hook_event, hook_static_directions }: Properties): Properties {
  const type = triggerType(String(data_source ?? ""), Boolean(hook_event), Boolean(hook_static_directions));
  const isSubscribed = type === "rest_hook" || type === "notification_hook";
  return {
    type,
    event: isSubscribed ? hook_event : undefined,
    directions: type === "static_hook" ? hook_static_directions : undefined,
  };
}

/** Assumed: the words of `data_source`, which `triggerType` finds in others, too. */
export const dataSources: { readonly [type in Trigger["type"]]: string } = {
  polling: "Polling",
  static_hook: "Static Webhook",
  rest_hook: "REST Hook",
  notification_hook: "Notification REST Hook",
};

function triggerType(source: string, hasEvent: boolean, hasDirections: boolean): Trigger["type"] {
  if (/notif/i.test(source)) return "notification_hook";
  if (/static/i.test(source)) return "static_hook";
  if (/hook|subscri/i.test(source)) return hasDirections && !hasEvent ? "static_hook" : "rest_hook";
  return "polling";
}

function fieldsOf(given: unknown, what: string): Field[] {
  const fields = entriesOf(given, what);
  const sorted = [...fields].sort(([, one], [, other]) => Number(one.sort ?? 0) - Number(other.sort ?? 0));
  return sorted.map(([key, field]) => {
    const { label, required, help_text, placeholder, default: preset, list, prefill } = field;
    const words = { label: label || key, help_text, placeholder, default: preset, prefill };
    return filled({
      key,
      ...words,
      type: fieldType(String(field.type ?? "unicode")),
      choices: choicesIn(field.choices),
      required: required || undefined,
      list: list || undefined,
      ...extrasIn(field, extraNames.field),
    }) as unknown as Field;
  });
}

/** The Web Builder's names of types, in lower case, where they are not ours. */
const types: { readonly [name: string]: FieldType } = {
  textarea: "text",
  integer: "int",
  number: "float",
  decimal: "float",
  boolean: "bool",
  date: "datetime",
  dictionary: "dict",
  string: "unicode",
};

/** The Web Builder's names of types. Source: the archived documentation, "Field Types". */
export const fieldTypeNames: { readonly [type in FieldType]: string } = {
  unicode: "Unicode",
  text: "Textarea",
  int: "Integer",
  float: "Float",
  bool: "Boolean",
  datetime: "DateTime",
  dict: "Dictionary",
  file: "File",
  copy: "Copy",
  password: "Password",
};

function fieldType(name: string): FieldType {
  const lower = name.toLowerCase();
  return types[lower] ?? (lower as FieldType);
}

/** `one_time|One Time,monthly|Monthly` -> `{ one_time: "One Time", monthly: "Monthly" }`; `active,lost` -> a list. */
function choicesIn(given: unknown): unknown {
  if (typeof given !== "string") return given;
  const choices = given.split(",").map((choice) => choice.trim().split("|"));
  const known = choices.filter(([value]) => value !== "");
  if (known.length === 0) return undefined;
  if (known.every(({ length }) => length === 1)) return known.map(([value]) => value);
  return Object.fromEntries(known.map(([value = "", label]) => [value, label ?? value]));
}

/** Source: the archived documentation, "Authentication", for how the kinds are called. Assumed: the rest of each name. */
const authTypes: readonly (readonly [
  name: RegExp,
  auth: { readonly type: Auth["type"]; readonly placement?: string },
])[] = [
  [/session/i, { type: "session", placement: "header" }],
  [/digest/i, { type: "digest" }],
  [/basic/i, { type: "basic" }],
  [/oauth.*1/i, { type: "oauth1" }],
  [/oauth.*refresh/i, { type: "oauth2_refresh", placement: "header" }],
  [/oauth/i, { type: "oauth2", placement: "header" }],
  [/query/i, { type: "api_key", placement: "querystring" }],
  [/key|header/i, { type: "api_key", placement: "header" }],
  [/^no\b|none/i, { type: "none" }],
];

/** The Web Builder's name for an authentication. */
export function authNames(type: Auth["type"], placement: unknown): string {
  if (type === "api_key") return placement === "querystring" ? "API Key (Query String)" : "API Key (Headers)";
  const names = {
    none: "No Auth",
    basic: "Basic Auth",
    digest: "Digest Auth",
    session: "Session Auth",
    oauth1: "OAuth V1",
    oauth2: "OAuth V2",
    oauth2_refresh: "OAuth V2 (w/ refresh)",
  } as const;
  return names[type];
}

function authOf(
  general: Properties,
  fields: readonly (readonly [string, Properties])[],
): Properties | undefined {
  const name = String(general.auth_type ?? "");
  if (name === "" && fields.length === 0) return undefined;
  const known = authTypes.find(([pattern]) => pattern.test(name));
  if (name !== "" && !known)
    throw new DataFailure(
      `Failed to read the Web Builder's dump: there is no auth_type ${JSON.stringify(name)}.`,
      {
        hint: "It is the name of an authentication: Session Auth, API Key (Headers), Basic Auth, OAuth V2.",
      },
    );
  const auth = known?.[1] ?? {};
  if (known?.[1].type === "none") return auth;
  const isMapped = ["session", "api_key", "basic", "digest"].includes(known?.[1].type ?? "api_key");
  const asked = fieldsOf(Object.fromEntries(fields), "auth_fields");
  const { auth_placement: placement } = general;
  return filled({
    ...auth,
    ...(typeof placement === "string" && placement !== "" && { placement }),
    fields: asked,
    mapping: isMapped ? mappingIn(general.auth_mapping) : undefined,
    ...extrasIn(general, extraNames.auth),
  });
}

/** An object, or its JSON. */
function mappingIn(given: unknown): unknown {
  if (typeof given !== "string" || given.trim() === "") return given;
  return parseJson(given, { file: "the Web Builder's dump", what: "auth_mapping" });
}

function entriesOf(given: unknown, what: string): [string, Properties][] {
  return Object.entries(objectIn(given, what)).map(([key, value]) => [
    key,
    objectIn(value, `${key} in ${what}`),
  ]);
}

function objectIn(given: unknown, what: string): Properties {
  if (given === undefined || given === null) return {};
  if (isObject(given)) return given;
  throw new DataFailure(`Failed to read the Web Builder's dump: ${what} is not an object.`, {
    hint: "Each of its files holds an object by keys: general.json, auth_fields.json, triggers.json, actions.json, searches.json.",
  });
}

function isObject(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Without what is left empty. */
export function filled(given: Properties): Properties {
  const entries = Object.entries(given).filter(
    ([, value]) => value !== undefined && value !== null && value !== "",
  );
  return Object.fromEntries(entries);
}
