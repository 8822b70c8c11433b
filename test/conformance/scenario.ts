import type { Redirect } from "zapc/simulator";
import type { Auth, Field, Metadata } from "../../src/model/definitions.ts";
import type { Respond } from "./recording-server.ts";

/** What the fields are is the same for all scenarios. */
type Unfielded<A extends Auth> = A extends Auth ? Omit<A, "fields"> : never;

/** One poll that both engines make. */
export interface Scenario {
  /** A fact: "merges the query string into the params". */
  readonly name: string;
  /** The methods of Zap, as text between its braces. */
  readonly zap: string;
  /** The trigger's URL after `http://{{host}}`. */
  readonly path?: string;
  readonly trigger_fields?: { readonly [key: string]: unknown };
  readonly auth_fields?: { readonly [key: string]: string };
  readonly meta?: { readonly frontend?: boolean; readonly test_poll?: boolean };
  /** How the app authenticates, on the server at `http://{{host}}`; without it, with a session. */
  readonly auth?: Unfielded<Auth>;
  /** The redirect with which an OAuth account is connected before the poll. */
  readonly redirect?: Redirect;
  readonly placement?: "header" | "querystring" | "both";
  readonly mapping?: { readonly [name: string]: string };
  readonly respond?: Respond;
}

/** The trigger that a scenario polls. */
export const triggerKey = "thing";

/** The session that a scenario has, unless its own `zap` says otherwise. */
const session = "get_session_info: function (bundle) { return { token: 'tok&en' }; }";

export function scriptOf({ zap, auth }: Scenario): string {
  const methods = auth || zap.includes("get_session_info") ? zap : `${session},\n${zap}`;
  return `'use strict';\nvar Zap = {\n${methods}\n};\n`;
}

const authFields: readonly Field[] = [
  { key: "host", label: "Host", type: "unicode", required: true },
  { key: "username", label: "User name", type: "unicode" },
  { key: "password", label: "Password", type: "password" },
  { key: "theme", label: "Theme", type: "unicode" },
];

/** @param host - of the server, for addresses that have no variables */
export function metadataOf(scenario: Scenario, host: string): Metadata {
  return JSON.parse(JSON.stringify(metadata(scenario)).replaceAll("//HOST/", `//${host}/`));
}

function metadata(scenario: Scenario): Metadata {
  const { path = "/things", auth, mapping, placement = "header" } = scenario;
  const session = { type: "session", placement, mapping: mapping ?? { "X-Token": "{{token}}" } } as const;
  return {
    app: {
      title: "Things",
      version: "1.0.0",
      description: "Things is a list of things.",
      test_trigger: triggerKey,
      auth:
        auth?.type === "none"
          ? { type: "none" }
          : ({ ...(auth ?? session), fields: [...authFields] } as Auth),
    },
    methods: ["get_session_info"],
    hydrators: [],
    actions: [],
    searches: [],
    triggers: [
      {
        key: triggerKey,
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
        methods: [],
      },
    ],
  };
}
