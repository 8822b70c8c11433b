import type { Metadata } from "../../src/model/definitions.ts";
import type { Respond } from "./recording-server.ts";

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
  readonly placement?: "header" | "querystring" | "both";
  readonly mapping?: { readonly [name: string]: string };
  readonly respond?: Respond;
}

/** The trigger that a scenario polls. */
export const triggerKey = "thing";

/** The session that a scenario has, unless its own `zap` says otherwise. */
const session = "get_session_info: function (bundle) { return { token: 'tok&en' }; }";

export function scriptOf({ zap }: Scenario): string {
  const methods = zap.includes("get_session_info") ? zap : `${session},\n${zap}`;
  return `'use strict';\nvar Zap = {\n${methods}\n};\n`;
}

export function metadataOf({ path = "/things", mapping, placement = "header" }: Scenario): Metadata {
  return {
    app: {
      title: "Things",
      version: "1.0.0",
      description: "Things is a list of things.",
      test_trigger: triggerKey,
      auth: {
        type: "session",
        fields: [
          { key: "host", label: "Host", type: "unicode", required: true },
          { key: "username", label: "User name", type: "unicode" },
          { key: "password", label: "Password", type: "password" },
          { key: "theme", label: "Theme", type: "unicode" },
        ],
        placement,
        mapping: mapping ?? { "X-Token": "{{token}}" },
      },
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
        url: `http://{{host}}${path}`,
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
