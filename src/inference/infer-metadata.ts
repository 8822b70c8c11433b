import type { Action, Auth, Field, Metadata, Search, Trigger } from "../model/definitions.ts";
import type { StepKind } from "../model/methods.ts";
import { methods as allMethods, type MethodKind } from "../model/methods.ts";
import { tokenFieldsOf } from "../model/token-fields.ts";
import type { BuiltAddress, Credential, ReadField } from "./read-method.ts";
import type { ScriptMethod, ScriptReading } from "./read-script.ts";

/** Properties of any type, by their names. */
export type Properties = { readonly [name: string]: unknown };

/** Metadata as far as it is known: of any object, any property may be missing. */
export type Partially<T> = T extends readonly (infer Entry)[]
  ? readonly Partially<Entry>[]
  : T extends object
    ? { readonly [K in keyof T]?: Partially<T[K]> }
    : T;

/** A value that was added to the metadata, because the script says so or the platform needs it. */
export interface Addition {
  /** `app`, `triggers/new_ticket` */
  readonly to: string;
  /** `type: polling`, `fields: queue, state` */
  readonly what: readonly string[];
}

/** Metadata that can be run, and the parts that nobody has declared. */
export interface InferredMetadata {
  readonly metadata: Metadata;
  readonly additions: readonly Addition[];
  /** The fields among them. */
  readonly fields: readonly Field[];
}

/** The address of a request whose address neither the metadata nor the script says. No machine has this name. */
export const unknownAddress = "https://address-unknown.invalid/";

/**
 * Completes metadata by what a script says: its steps, their fields and addresses, the authentication. Nothing that is there is
 * changed, but for what is empty and must not be.
 */
export function completeMetadata(given: Partially<Metadata>, script: ScriptReading): InferredMetadata {
  const steps = {
    triggers: completeSteps(given.triggers, "trigger", script),
    actions: completeSteps(given.actions, "action", script),
    searches: completeSteps(given.searches, "search", script),
  };
  const app = completeApp(
    given.app ?? {},
    steps.triggers.map(({ made }) => made as Trigger),
    script,
  );
  const made = (completed: readonly Completed[]) => completed.map((step) => step.made);
  const metadata = {
    ...given,
    app: app.made,
    methods: given.methods ?? implemented(script, ["hook", "auth"]),
    hydrators: given.hydrators ?? script.hydrators,
    triggers: made(steps.triggers),
    actions: made(steps.actions),
    searches: made(steps.searches),
  } as unknown as Metadata;
  const completed = [app, ...steps.triggers, ...steps.actions, ...steps.searches];
  const additions = completed.map(({ to, what }) => ({ to, what })).filter(({ what }) => what.length > 0);
  const fields = completed.flatMap((it) => it.fields);
  return { metadata, additions, fields };
}

interface Completed extends Addition {
  readonly made: object;
  /** The fields that were added. */
  readonly fields: readonly Field[];
}

/** A property that may be missing: its value, and the sentence that tells of its addition. */
type PropertyDefault = readonly [name: string, value: unknown, said?: string];

/** Adds values that are missing, or empty. An undefined value is not added. */
function completed(to: string, given: Properties, wanted: readonly PropertyDefault[]): Completed {
  const isMissing = ([name, value]: PropertyDefault) =>
    value !== undefined && (given[name] === undefined || given[name] === "");
  const missing = wanted.filter(isMissing);
  const added = Object.fromEntries(missing.map(([name, value]) => [name, value]));
  return {
    to,
    what: missing.map(([name, value, said]) => `${name}: ${said ?? value}`),
    made: { ...given, ...added },
    fields: (added.fields ?? []) as readonly Field[],
  };
}

const folders = { trigger: "triggers", action: "actions", search: "searches" } as const;

function completeSteps(
  given: readonly Partially<Trigger | Action | Search>[] | undefined,
  kind: StepKind,
  script: ScriptReading,
): Completed[] {
  const found = script.methods.filter(({ method }) => method.kind === kind);
  const known = (given ?? []).map((step) => step as Properties & { readonly key?: string });
  const missing = new Set(found.flatMap(({ key = "" }) => (known.some((it) => it.key === key) ? [] : key)));
  const all = [...known, ...[...missing].map((key) => ({ key }))];
  return all.map((step) =>
    completeStep(step, { kind, own: found.filter(({ key }) => key === step.key), script }),
  );
}

interface Of {
  readonly kind: StepKind;
  /** The step's own methods. */
  readonly own: readonly ScriptMethod[];
  readonly script: ScriptReading;
}

function completeStep(step: Properties & { readonly key?: string }, of: Of): Completed {
  const { kind, own } = of;
  const key = String(step.key ?? "");
  const words = key.split("_").filter(Boolean).map(capitalised);
  const label = words.join(" ") || key;
  const has = (name: string) => own.some(({ method }) => method.name === name);
  const type = kind === "trigger" ? typeOf(of) : undefined;
  const url = addressOf(own, ["write", "search", "poll"]);
  const polls = has("pre_poll") || has("poll") || has("post_poll");
  const isPolled = kind !== "trigger" || (step.type ?? type) === "polling" || polls;
  const fields = fieldsOf(own, kind);
  const fieldUrl = (what: string) =>
    has(`pre_${what}`) || has(`post_${what}`) ? (addressOf(own, [what]) ?? unknownAddress) : undefined;
  return completed(`${folders[kind]}/${key}`, step, [
    ["type", type],
    ["event", ((step.type ?? type) as string)?.match(/^(rest|notification)_hook$/) ? key : undefined],
    ["label", label],
    ["noun", words.at(-1) ?? key],
    ["help_text", `${label}.`],
    ["url", url ?? (isPolled ? unknownAddress : undefined)],
    [
      "resource_url",
      has("pre_read_resource") || has("post_read_resource")
        ? (addressOf(own, ["read_resource"]) ?? unknownAddress)
        : undefined,
    ],
    ["custom_fields_url", fieldUrl(`custom_${kind}_fields`)],
    ["custom_result_fields_url", fieldUrl(`custom_${kind}_result_fields`)],
    ["fields", fields, keysOf(fields)],
    ["sample", { id: 1 }, "{ id: 1 }"],
    ["methods", implementedBy(own, [kind]), implementedBy(own, [kind]).join(", ") || "none"],
  ]);
}

/** Source: the archived documentation, "REST Hooks": only those that subscribe call the methods around that. */
function typeOf({ own, script }: Of): Trigger["type"] {
  const has = (name: string, methods: readonly ScriptMethod[]) =>
    methods.some(({ method }) => method.name === name);
  if (has("pre_hook", own) || has("post_hook", own)) return "notification_hook";
  if (!has("catch_hook", own)) return "polling";
  const subscribes = has("pre_subscribe", script.methods) || has("post_subscribe", script.methods);
  return subscribes ? "rest_hook" : "static_hook";
}

/** The address that the methods around something build; that of the platform's request before those of the script's own. */
function addressOf(own: readonly ScriptMethod[], around: readonly string[]): string | undefined {
  const names = around.flatMap((what) => [`pre_${what}`, what, `post_${what}`]);
  const addresses = names.flatMap((name) =>
    own.filter(({ method }) => method.name === name).flatMap((it) => it.addresses),
  );
  const best: BuiltAddress | undefined = addresses.find(({ isPlatforms }) => isPlatforms) ?? addresses[0];
  return best?.url;
}

function fieldsOf(own: readonly ScriptMethod[], of: ReadField["of"]): Field[] {
  const keys = own.flatMap(({ fields }) => fields.filter((field) => field.of === of).map(({ key }) => key));
  return [...new Set(keys)].map(fieldNamed);
}

function fieldNamed(key: string): Field {
  return { key, label: key.split("_").filter(Boolean).map(capitalised).join(" "), type: "unicode" };
}

function keysOf(fields: readonly Field[]): string {
  return fields.map(({ key }) => key).join(", ") || "none";
}

function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** The names of methods in the order of the documentation. */
function implementedBy(own: readonly ScriptMethod[], kinds: readonly MethodKind[]): string[] {
  const names = new Set(own.map(({ method }) => method.name));
  return allMethods
    .filter(({ kind, name }) => kinds.includes(kind) && names.has(name))
    .map(({ name }) => name);
}

function implemented({ methods }: ScriptReading, kinds: readonly MethodKind[]): string[] {
  return implementedBy(
    methods.filter(({ key }) => key === undefined),
    kinds,
  );
}

function completeApp(
  given: Partially<Metadata["app"]>,
  triggers: readonly Trigger[],
  script: ScriptReading,
): Completed {
  const { title = "An integration" } = given;
  const hasNoRequired = ({ fields }: Trigger) => !fields.some(({ required }) => required);
  const tested =
    triggers.find((trigger) => trigger.type === "polling" && hasNoRequired(trigger)) ?? triggers[0];
  const subscribing = triggers.some(({ type }) => type === "rest_hook" || type === "notification_hook");
  const address = (what: string) =>
    subscribing ? (addressOf(script.methods, [what]) ?? unknownAddress) : undefined;
  const auth = completeAuth((given.auth ?? {}) as Properties, script);
  const app = completed("app", given, [
    ["title", title],
    ["version", "1.0.0"],
    ["description", `${title} is a service.`],
    ["test_trigger", tested?.key ?? "no_trigger"],
    ["subscribe_url", address("subscribe")],
    ["unsubscribe_url", address("unsubscribe")],
  ]);
  return {
    ...app,
    what: [...app.what, ...auth.what.map((what) => `auth.${what}`)],
    made: { ...app.made, auth: auth.made },
    fields: auth.fields,
  };
}

function completeAuth(given: Properties, script: ScriptReading): Completed {
  const read = fieldsOf(script.methods, "auth");
  const type = (given.type ?? authType(script, read)) as Auth["type"];
  if (type === "none") return completed("auth", given, [["type", type]]);
  const asked = read.filter(({ key }) => !addedBySession(script, type).includes(key)).map(withSecretType);
  const isOAuth = type.startsWith("oauth");
  const { placement, mapping } = credentialsIn(script);
  const isMapped = type === "api_key" || type === "session";
  const needsPassword = type === "basic" || type === "digest";
  return completed("auth", given, [
    ["type", type],
    ["fields", asked, keysOf(asked)],
    ["placement", isMapped || type.startsWith("oauth2") ? placement : undefined],
    [
      "mapping",
      isMapped ? mapping : needsPassword ? passwordMapping : undefined,
      shownMapping(isMapped ? mapping : passwordMapping),
    ],
    ["authorize_url", isOAuth ? unknownAddress : undefined],
    ["request_token_url", type === "oauth1" ? unknownAddress : undefined],
    [
      "access_token_url",
      isOAuth ? (addressOf(script.methods, ["oauthv2_token"]) ?? unknownAddress) : undefined,
    ],
    [
      "refresh_token_url",
      type === "oauth2_refresh"
        ? (addressOf(script.methods, ["oauthv2_refresh"]) ?? unknownAddress)
        : undefined,
    ],
  ]);
}

const passwordMapping = { username: "{{username}}", password: "{{password}}" };

function shownMapping(mapping: { readonly [name: string]: string }): string {
  const names = Object.keys(mapping);
  // Source: runner, middleware-factory.js.
  return names.join(", ") || "none, so each field is sent under its own name";
}

/** Only what OAuth stores is called so; a session may store anything. */
function authType({ methods }: ScriptReading, read: readonly Field[]): Auth["type"] {
  const has = (...names: string[]) => methods.some(({ method }) => names.includes(method.name));
  const reads = (key: string) => read.some((field) => field.key === key);
  if (has("get_session_info")) return "session";
  if (has("pre_oauthv2_refresh") || reads("refresh_token")) return "oauth2_refresh";
  if (has("pre_oauthv2_token", "post_oauthv2_token") || reads("access_token")) return "oauth2";
  if (reads("oauth_token")) return "oauth1";
  return read.length > 0 ? "api_key" : "none";
}

/** The keys that the user is not asked for. */
function addedBySession({ methods }: ScriptReading, type: Auth["type"]): readonly string[] {
  const session = methods.find(({ method }) => method.name === "get_session_info");
  return [...tokenFieldsOf(type), ...(type === "session" ? (session?.returns ?? []) : [])];
}

function withSecretType(field: Field): Field {
  return /pass|secret|token|key/i.test(field.key) ? { ...field, type: "password" } : field;
}

/** The place where the script itself puts the credentials: the platform, which does it first, is taken to do the same. */
function credentialsIn({ methods }: ScriptReading): {
  readonly placement: "header" | "querystring";
  readonly mapping: { readonly [name: string]: string };
} {
  const found = methods.flatMap(({ credentials }) => credentials);
  const placement = (found.find((it) => it.placement === "header") ?? found[0])?.placement ?? "header";
  const placed = found.filter((it: Credential) => it.placement === placement);
  return { placement, mapping: Object.fromEntries(placed.map(({ name, value }) => [name, value])) };
}
