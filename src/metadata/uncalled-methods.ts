import type { Metadata } from "../model/definitions.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Discovered } from "../source/discover.ts";
import { findingAt, isJavaScript } from "../source/source.ts";

/** The owner of methods: some triggers, actions or searches, by their properties. */
interface MethodOwner {
  readonly key: string;
  readonly type?: string;
  readonly url?: string;
  readonly custom_fields_url?: string;
  readonly custom_result_fields_url?: string;
  readonly resource_url?: string;
}

/** The metadata without which the platform does not call some methods. Source: the scripting reference, where each tells when it is called. */
interface Requirement {
  readonly methods: readonly string[];
  readonly requirement: string;
  readonly isMet: (metadata: Metadata, step: MethodOwner) => boolean;
}

const requirements: readonly Requirement[] = [
  {
    methods: ["pre_poll", "post_poll"],
    requirement: "a `url` of the trigger",
    isMet: (_, { url }) => url !== undefined,
  },
  {
    methods: ["catch_hook"],
    requirement: "a trigger whose `type` is a hook's",
    isMet: (_, { type }) => type !== "polling",
  },
  {
    methods: ["pre_hook", "post_hook"],
    requirement: 'a trigger of the type "notification_hook"',
    isMet: (_, { type }) => type === "notification_hook",
  },
  {
    methods: [
      "pre_custom_trigger_fields",
      "post_custom_trigger_fields",
      "pre_custom_action_fields",
      "post_custom_action_fields",
      "pre_custom_search_fields",
      "post_custom_search_fields",
    ],
    requirement: "a `custom_fields_url`",
    isMet: (_, { custom_fields_url }) => custom_fields_url !== undefined,
  },
  {
    methods: [
      "pre_custom_action_result_fields",
      "post_custom_action_result_fields",
      "pre_custom_search_result_fields",
      "post_custom_search_result_fields",
    ],
    requirement: "a `custom_result_fields_url`",
    isMet: (_, { custom_result_fields_url }) => custom_result_fields_url !== undefined,
  },
  {
    methods: ["pre_read_resource", "post_read_resource"],
    requirement: "a `resource_url` of the search",
    isMet: (_, { resource_url }) => resource_url !== undefined,
  },
  {
    methods: ["pre_subscribe", "post_subscribe", "pre_unsubscribe"],
    requirement: 'a trigger of the type "rest_hook" or "notification_hook"',
    isMet: ({ triggers }) =>
      triggers.some(({ type }) => type === "rest_hook" || type === "notification_hook"),
  },
  {
    methods: ["get_session_info"],
    requirement: 'an `auth` of the type "session"',
    isMet: ({ app }) => app.auth.type === "session",
  },
  {
    methods: ["pre_oauthv2_token", "post_oauthv2_token"],
    requirement: 'an `auth` of the type "oauth2" or "oauth2_refresh"',
    isMet: ({ app }) => app.auth.type === "oauth2" || app.auth.type === "oauth2_refresh",
  },
  {
    methods: ["pre_oauthv2_refresh"],
    requirement: 'an `auth` of the type "oauth2_refresh"',
    isMet: ({ app }) => app.auth.type === "oauth2_refresh",
  },
  {
    methods: ["get_connection_label"],
    requirement: "an `auth` that knows accounts",
    isMet: ({ app }) => app.auth.type !== "none",
  },
];

/** Methods that the platform has no occasion to call, by what the metadata says. */
export function uncalledMethods({ declarations }: Discovered, metadata: Metadata): Diagnostic[] {
  const { triggers, actions, searches } = metadata;
  const steps: { readonly [kind: string]: readonly MethodOwner[] } = {
    trigger: triggers,
    action: actions,
    search: searches,
  };
  return declarations.flatMap(({ row, key, source, methods }) => {
    const step = steps[row.kind ?? ""]?.find((it) => it.key === key) ?? { key };
    return methods.flatMap(({ method, local, offset }) => {
      const unmet = requirements.find((it) => it.methods.includes(method.name) && !it.isMet(metadata, step));
      if (!unmet) return [];
      const message = `The platform never calls \`${local}\`: that needs ${unmet.requirement}.`;
      const hint = "Declare it, or remove the method.";
      const severity = isJavaScript(source) ? "warning" : "error";
      return [findingAt(source, offset, { code: "uncalled-method", severity, message, hint })];
    });
  });
}
