import type { FoundField, Hook, Redirect } from "zapc/simulator";
import type { Meta } from "../../src/model/bundles/shared.ts";
import type { Action, App, Auth, Field, Metadata, Search, Trigger } from "../../src/model/definitions.ts";
import { type MethodKind, methods, nameInZap } from "../../src/model/methods.ts";
import type { Respond } from "./recording-server.ts";

/** All scenarios have the same fields. */
type Unfielded<A extends Auth> = A extends Auth ? Omit<A, "fields"> : never;

/** The platform's work in a scenario. */
export type Step =
  | { readonly kind: "poll" }
  | { readonly kind: "hook"; readonly hook: Hook }
  /** Subscribes and unsubscribes. */
  | { readonly kind: "subscription" }
  | {
      readonly kind: "write";
      readonly action_fields?: Filled;
      /** Fields besides the action's own, as a method has found them. */
      readonly custom_fields?: readonly FoundField[];
    }
  /** With `create`, what is not found is made by the action. */
  | { readonly kind: "search"; readonly search_fields?: Filled; readonly create?: Filled }
  | {
      readonly kind: "custom_fields";
      readonly of: "trigger" | "action" | "search";
      readonly result?: true;
      readonly fields?: Filled;
    }
  /** Polls, and follows the `pointer` of the first item. */
  | { readonly kind: "hydration" }
  /** Tests the account, and names it. */
  | { readonly kind: "label" };

interface Filled {
  readonly [key: string]: unknown;
}

/** A difference between the documentation and the runner. */
export interface Difference {
  /** The documentation's statement, as a sentence. */
  readonly documented: string;
  /** The place of the statement. */
  readonly source: string;
  /** The runner's behaviour, as a sentence. */
  readonly runner: string;
  /** The simulator's result, where it follows the documentation; without it, it follows the runner. */
  readonly outcome?: unknown;
  /** True if it follows the documentation on the legacy runtime, which is not compared. */
  readonly legacy?: true;
}

/** The result of both engines. */
export interface Scenario {
  /** A fact: "merges the query string into the params". */
  readonly name: string;
  /** The methods of Zap, as text between its braces. */
  readonly zap: string;
  /** Default: a poll. */
  readonly step?: Step;
  /** The difference between the documentation and the runner. */
  readonly differs?: Difference;
  readonly app?: Partial<App>;
  readonly trigger?: Partial<Trigger>;
  readonly action?: Partial<Action>;
  readonly search?: Partial<Search>;
  /** The trigger's URL after `http://{{host}}`. */
  readonly path?: string;
  readonly trigger_fields?: { readonly [key: string]: unknown };
  readonly auth_fields?: { readonly [key: string]: string };
  readonly meta?: Pick<Meta, "frontend" | "test_poll" | "prefill" | "first_poll" | "page" | "limit">;
  /** The app's authentication, on the server at `http://{{host}}`; default: a session. */
  readonly auth?: Unfielded<Auth>;
  /** The redirect with which an OAuth account is connected before the poll. */
  readonly redirect?: Redirect;
  readonly placement?: "header" | "querystring" | "both";
  readonly mapping?: { readonly [name: string]: string };
  readonly respond?: Respond;
}

/** The keys of what a scenario has. */
export const keys = { trigger: "thing", action: "make", search: "find" } as const;

/** The session that a scenario has, unless its own `zap` says otherwise. */
const session = "get_session_info: function (bundle) { return { token: 'tok&en' }; }";

export function scriptOf({ zap, auth }: Scenario): string {
  const methods = auth || zap.includes("get_session_info") ? zap : `${session},\n${zap}`;
  return `'use strict';\nvar Zap = {\n${methods}\n};\n${shown}`;
}

/** A value as a script shows it, as text: the order of its keys does not count. */
const shown = `function shown(value) {
  return z.JSON.stringify(ordered(value));
}
function ordered(value) {
  if (_.isArray(value)) { return _.map(value, ordered); }
  if (!_.isObject(value)) { return value; }
  var result = {};
  _.each(_.keys(value).sort(), function (key) { result[key] = ordered(value[key]); });
  return result;
}
`;

export const authFields: readonly Field[] = [
  { key: "host", label: "Host", type: "unicode", required: true },
  { key: "username", label: "User name", type: "unicode" },
  { key: "password", label: "Password", type: "password" },
  { key: "theme", label: "Theme", type: "unicode" },
];

/** @param host - of the server, for addresses that have no variables */
export function metadataOf(scenario: Scenario, host: string): Metadata {
  return withHost(metadata(scenario), host);
}

/** A scenario whose step names its server. */
export function onHost(scenario: Scenario, host: string): Scenario {
  return { ...scenario, step: withHost(scenario.step ?? { kind: "poll" }, host) };
}

function withHost<T>(data: T, host: string): T {
  return JSON.parse(JSON.stringify(data).replaceAll("//HOST/", `//${host}/`));
}

function metadata(scenario: Scenario): Metadata {
  const { path = "/things", auth, mapping, placement = "header" } = scenario;
  const session = { type: "session", placement, mapping: mapping ?? { "X-Token": "{{token}}" } } as const;
  return {
    app: {
      title: "Things",
      version: "1.0.0",
      description: "Things is a list of things.",
      test_trigger: keys.trigger,
      ...scenario.app,
      auth:
        auth?.type === "none"
          ? { type: "none" }
          : ({ ...(auth ?? session), fields: [...authFields] } as Auth),
    },
    methods: methodsIn(scenario, ["hook", "auth"]),
    hydrators: [],
    actions: [{ ...action, methods: methodsIn(scenario, ["action"]), ...scenario.action }],
    searches: [{ ...search, methods: methodsIn(scenario, ["search"]), ...scenario.search }],
    triggers: [
      {
        key: keys.trigger,
        type: "polling",
        label: "New Thing",
        noun: "Thing",
        help_text: "Triggers when there is a new thing.",
        url: `http://${auth?.type === "none" ? "HOST" : "{{host}}"}${path}`,
        fields: [
          { key: "theme", label: "Theme", type: "unicode" },
          { key: "flag", label: "Flag", type: "bool" },
          { key: "count", label: "Count", type: "int" },
          { key: "tags", label: "Tags", type: "unicode", list: true },
          { key: "pairs", label: "Pairs", type: "dict" },
        ],
        sample: { id: 1 },
        methods: methodsIn(scenario, ["trigger"]),
        ...scenario.trigger,
      } as Trigger,
    ],
  };
}

/** The methods that a script has, by the names that stand in it. */
function methodsIn(scenario: Scenario, kinds: readonly MethodKind[]): string[] {
  const script = scriptOf(scenario);
  const isThere = (name: string) => new RegExp(`\\b${name}\\b`).test(script);
  return methods
    .filter((method) => kinds.includes(method.kind))
    .filter((method) => isThere(nameInZap(method, keys[method.kind as keyof typeof keys])))
    .map(({ name }) => name);
}

const action: Omit<Action, "methods"> = {
  key: keys.action,
  label: "Make Thing",
  noun: "Thing",
  help_text: "Makes a thing.",
  url: "http://{{host}}/things",
  fields: [
    { key: "name", label: "Name", type: "unicode" },
    { key: "size", label: "Size", type: "int" },
    { key: "open", label: "Open", type: "bool" },
    { key: "tags", label: "Tags", type: "unicode", list: true },
    { key: "more", label: "More", type: "dict" },
    { key: "owner__name", label: "Owner", type: "unicode" },
    { key: "owner__address__city", label: "City", type: "unicode" },
    { key: "list_id", label: "List", type: "unicode", send_in_json: false },
    { key: "amount", label: "Amount", type: "float", parent_key: "lines" },
    { key: "unit", label: "Unit", type: "unicode", parent_key: "lines" },
  ],
  sample: { id: 1 },
};

const search: Omit<Search, "methods"> = {
  key: keys.search,
  label: "Find Thing",
  noun: "Thing",
  help_text: "Finds a thing.",
  url: "http://{{host}}/things?name={{name}}",
  fields: [{ key: "name", label: "Name", type: "unicode" }],
  sample: { id: 1 },
};
