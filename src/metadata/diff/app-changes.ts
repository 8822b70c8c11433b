import type { Metadata } from "../../model/definitions.ts";
import { type Change, type PropertyRow, propertyChanges } from "./change.ts";
import { fieldChanges } from "./field-changes.ts";

const appRows: readonly PropertyRow[] = [
  ...["title", "description", "homepage_url", "category", "logo", "version"].map((name) => ({
    name,
    kind: "text" as const,
    id: "app-text",
  })),
  { name: "test_trigger", kind: "changed", id: "test-trigger" },
  {
    name: "subscribe_url",
    kind: "changed",
    id: "subscription",
    hint: "Zaps that are on stay subscribed as they are until they are turned off and on.",
  },
  {
    name: "unsubscribe_url",
    kind: "changed",
    id: "subscription",
    hint: "Subscriptions made before are ended at the new address, too.",
  },
];

const againstOAuth =
  "Accounts are connected by the old settings: make sure that the API takes their tokens, or keep the settings.";

const authRows: readonly PropertyRow[] = [
  ...[
    "request_token_url",
    "authorize_url",
    "access_token_url",
    "refresh_token_url",
    "scope",
    "extra_fields",
  ].map((name) => ({ name, kind: "break" as const, id: "ZDW500", hint: againstOAuth })),
  { name: "mapping", kind: "changed", id: "auth-mapping" },
  { name: "connection_label", kind: "text", id: "connection-label" },
];

/** The changes of the app as a whole, and of its authentication. */
export function appChanges(before: Metadata["app"], after: Metadata["app"]): Change[] {
  const at = { entity: "app", of: "the app" };
  const [old, now] = [before.auth, after.auth];
  const changes = propertyChanges(appRows, [before, after], at);
  if (old.type !== now.type)
    return [
      ...changes,
      {
        kind: "break",
        id: "ZDE502",
        entity: "app",
        message: `The authentication was ${old.type}, and is ${now.type} now: every account must be connected again.`,
        hint: "Keep the type in this integration, and change it in a new one.",
        before: old.type,
        after: now.type,
      },
    ];
  const isOAuth = /^oauth/.test(now.type);
  const placement: PropertyRow = isOAuth
    ? { name: "placement", kind: "break", id: "ZDW500", hint: againstOAuth }
    : { name: "placement", kind: "changed", id: "auth-mapping" };
  const auth = { entity: "app", of: "the authentication" };
  return [
    ...changes,
    ...propertyChanges([...authRows, placement], [old, now], auth),
    ...fieldChanges("fields" in old ? old.fields : [], "fields" in now ? now.fields : [], {
      entity: "app",
      of: "the account",
    }),
  ];
}
