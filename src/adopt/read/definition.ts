import type { Partially, Properties } from "../../inference/infer-metadata.ts";
import { filled } from "../../inference/web-builder-dump.ts";
import type { Field, Metadata } from "../../model/definitions.ts";

/** A CLI app as `zapier-platform convert` writes and reads it. Source: docs/platform.md, "A converted CLI app". */
export interface CliAppDefinition {
  readonly title?: string;
  readonly description?: string;
  readonly version?: string;
  readonly authentication?: Properties;
  readonly triggers?: Steps;
  readonly creates?: Steps;
  readonly searches?: Steps;
  readonly searchOrCreates?: Steps;
  readonly legacy?: Properties & { readonly scriptingSource?: unknown };
}

type Steps = { readonly [key: string]: Properties };

/** The metadata that a converted CLI app holds. A value that it does not say is missing. */
export function metadataOfDefinition(definition: CliAppDefinition): Partially<Metadata> {
  const legacy = objectIn(definition.legacy);
  const ofLegacy = (list: string, key: string) => objectIn(objectIn(objectIn(legacy[list])[key]).operation);
  const steps = (
    list: "triggers" | "creates" | "searches",
    own: (step: Properties, legacy: Properties) => Properties,
  ) =>
    Object.entries(objectIn(definition[list])).map(([key, given]) => {
      const step = objectIn(given);
      const of = ofLegacy(list, key);
      return { ...stepOf(key, step, of), ...filled(own(step, of)) };
    });
  const { testTrigger } = objectIn(legacy.authentication);
  const auth = authOf(objectIn(definition.authentication), objectIn(legacy.authentication));
  return {
    app: {
      ...filled({
        title: definition.title,
        description: definition.description,
        version: definition.version,
        test_trigger: testTrigger,
        subscribe_url: legacy.subscribeUrl,
        unsubscribe_url: legacy.unsubscribeUrl,
      }),
      ...(auth && { auth }),
    },
    triggers: steps("triggers", ofTrigger),
    actions: steps(
      "creates",
      ({ operation }, { inputFieldsUrl, outputFieldsUrl, fieldsExcludedFromBody }) => ({
        fields: withExcluded(fieldsOf(objectIn(operation).inputFields), fieldsExcludedFromBody),
        custom_fields_url: inputFieldsUrl,
        custom_result_fields_url: outputFieldsUrl,
      }),
    ),
    searches: steps("searches", ({ key }, { resourceUrl, inputFieldsUrl, outputFieldsUrl }) => {
      const { create, display } = objectIn(objectIn(definition.searchOrCreates)[String(key)]);
      return {
        resource_url: resourceUrl,
        search_or_create: create,
        search_or_create_label: objectIn(display).label,
        custom_fields_url: inputFieldsUrl,
        custom_result_fields_url: outputFieldsUrl,
      };
    }),
  } as Partially<Metadata>;
}

function stepOf(key: string, step: Properties, legacy: Properties): Properties {
  const display = objectIn(step.display);
  const operation = objectIn(step.operation);
  return filled({
    key,
    label: display.label,
    noun: step.noun,
    help_text: display.description,
    hidden: display.hidden || undefined,
    important: display.important || undefined,
    url: legacy.url,
    fields: fieldsOf(operation.inputFields),
    sample: hasKeys(operation.sample) ? operation.sample : undefined,
  });
}

function ofTrigger(
  { operation, display }: Properties,
  { event, hookType, outputFieldsUrl }: Properties,
): Properties {
  const isHook = objectIn(operation).type === "hook";
  const subscribed = hookType === "notification" ? "notification_hook" : "rest_hook";
  const type = isHook
    ? hookType === undefined && event === undefined
      ? "static_hook"
      : subscribed
    : "polling";
  return {
    type,
    event: type === "rest_hook" || type === "notification_hook" ? event : undefined,
    directions: type === "static_hook" ? objectIn(display).directions : undefined,
    custom_fields_url: outputFieldsUrl,
    paging: objectIn(operation).canPaginate || undefined,
  };
}

/** The fields of an action that are not sent in the JSON body. */
function withExcluded(fields: Field[] | undefined, excluded: unknown): Field[] | undefined {
  if (!Array.isArray(excluded)) return fields;
  return fields?.map((field) => (excluded.includes(field.key) ? { ...field, send_in_json: false } : field));
}

/** The platform's names of types, where they are not ours. Source: docs/platform.md, "A converted CLI app". */
const types: { readonly [name: string]: string } = {
  string: "unicode",
  integer: "int",
  number: "float",
  boolean: "bool",
};

const known = "unicode text int float bool datetime dict file copy password".split(" ");

function fieldsOf(given: unknown): Field[] | undefined {
  if (!Array.isArray(given)) return undefined;
  // A function that returns fields is not there any more: the script's methods return them, too.
  return given.map(objectIn).flatMap(fieldOf);
}

function fieldOf(field: Properties): Field[] {
  if (Array.isArray(field.children))
    return (fieldsOf(field.children) ?? []).map((child) => ({ ...child, parent_key: field.key }) as Field);
  if (typeof field.key !== "string") return [];
  const named = types[String(field.type)] ?? String(field.type ?? "unicode");
  const type = field.dict ? "dict" : known.includes(named) ? named : "unicode";
  const made = filled({
    key: field.key,
    label: field.label || field.key,
    type,
    required: field.required || undefined,
    help_text: field.helpText,
    placeholder: field.placeholder,
    default: field.default === undefined ? undefined : String(field.default),
    choices: choicesOf(field.choices),
    list: field.list || undefined,
    input_format: field.inputFormat,
    prefill: field.dynamic,
    searchfill: field.search,
  });
  return [made as unknown as Field];
}

/** A list of values or of `{ value, label }`, or an object by values. */
function choicesOf(given: unknown): unknown {
  if (!Array.isArray(given)) return hasKeys(given) ? given : undefined;
  if (given.length === 0) return undefined;
  const labelled = given.map((it) =>
    typeof it === "object" && it !== null ? objectIn(it) : { value: it, label: it },
  );
  if (labelled.every(({ value, label }) => value === label))
    return labelled.map(({ value }) => String(value));
  return Object.fromEntries(labelled.map(({ value, label }) => [String(value), String(label)]));
}

function authOf(authentication: Properties, legacy: Properties): Properties | undefined {
  const { type: named } = authentication;
  if (named === undefined) return undefined;
  const oauth = objectIn(named === "oauth1" ? legacy.oauth1Config : legacy.oauth2Config);
  const refreshes = oauth.refreshTokenUrl !== undefined;
  const type =
    named === "custom" ? "api_key" : named === "oauth2" && refreshes ? "oauth2_refresh" : String(named);
  const isPlaced = ["api_key", "session", "oauth2", "oauth2_refresh"].includes(type);
  const isMapped = ["api_key", "session", "basic", "digest"].includes(type);
  const label = authentication.connectionLabel;
  const given = Array.isArray(authentication.fields) ? authentication.fields.map(objectIn) : [];
  const computed = given.filter((field) => field.computed).map(({ key }) => key);
  const isOAuth = type.startsWith("oauth");
  return filled({
    type,
    fields: fieldsOf(given.filter((field) => !(isOAuth && field.computed))) ?? [],
    extra_fields: isOAuth && computed.length > 0 ? computed : undefined,
    placement: isPlaced ? (legacy.placement ?? "header") : undefined,
    mapping: isMapped ? legacy.mapping : undefined,
    connection_label: typeof label === "string" && label !== "" ? label : undefined,
    request_token_url: oauth.requestTokenUrl,
    authorize_url: oauth.authorizeUrl,
    access_token_url: oauth.accessTokenUrl,
    refresh_token_url: refreshes ? oauth.refreshTokenUrl : undefined,
  });
}

function objectIn(value: unknown): Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Properties) : {};
}

function hasKeys(value: unknown): boolean {
  return Object.keys(objectIn(value)).length > 0;
}
