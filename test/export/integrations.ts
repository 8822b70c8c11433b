import { readFileSync } from "node:fs";
import type { Auth, Metadata } from "../../src/model/definitions.ts";
import { deskly } from "../audit/deskly.ts";

/** Our own integration. */
export const ours: Metadata = JSON.parse(readFileSync("dist/metadata.json", "utf8"));

const fields = [
  { key: "site", label: "Site", type: "unicode", input_format: "https://,{{input}},.example.com" },
] as const;
const account = { fields: [...fields], connection_label: "{{email}}" };
const mapping = { "X-Key": "{{site}}" };
const credentials = { username: "{{site}}", password: "x" };
const urls = { authorize_url: "https://a.example/authorize", access_token_url: "https://a.example/token" };
const oauth2 = { ...urls, placement: "both", scope: "read write", extra_fields: ["team"] } as const;

/** An authentication of each type. */
export const auths: { readonly [type in Auth["type"]]: Auth } = {
  none: { type: "none" },
  basic: { type: "basic", ...account, mapping: credentials },
  digest: { type: "digest", ...account, mapping: credentials },
  api_key: { type: "api_key", ...account, placement: "querystring", mapping },
  session: { type: "session", ...account, placement: "both", mapping },
  oauth1: { type: "oauth1", ...account, ...urls, request_token_url: "https://a.example/request" },
  oauth2: { type: "oauth2", ...account, ...oauth2, extra_fields: [...oauth2.extra_fields] },
  oauth2_refresh: {
    ...{ type: "oauth2_refresh", ...account, ...oauth2, extra_fields: [...oauth2.extra_fields] },
    refresh_token_url: "https://a.example/refresh",
  },
};

/** A help desk that uses everything that metadata can say, with an authentication. */
export function withEverything(auth: Auth): Metadata {
  const [first, ...others] = deskly.actions;
  const [search, ...searches] = deskly.searches;
  if (!first || !search) throw new Error("the help desk has neither an action nor a search");
  return {
    ...deskly,
    app: { ...deskly.app, auth },
    triggers: [
      ...deskly.triggers.map((trigger) =>
        trigger.key === "queues" ? { ...trigger, paging: true } : trigger,
      ),
      {
        ...{
          key: "pushed",
          label: "Pushed",
          type: "static_hook",
          noun: "Push",
          help_text: "Triggers on a push.",
        },
        ...{
          directions: "Copy the address into the settings.",
          fields: [],
          sample: { id: 1 },
          methods: ["catch_hook"],
        },
      },
      {
        ...{
          key: "noted",
          label: "Noted",
          type: "notification_hook",
          noun: "Note",
          help_text: "Triggers on a note.",
        },
        ...{ event: "note", url: "https://deskly.example/notes", fields: [], sample: { id: 1 }, methods: [] },
        custom_fields_url: "https://deskly.example/note_fields",
      },
    ] as Metadata["triggers"],
    actions: [
      {
        ...first,
        custom_fields_url: "https://deskly.example/fields",
        custom_result_fields_url: "https://deskly.example/result_fields",
        fields: [
          ...first.fields,
          { key: "silent", label: "Silent", type: "bool", send_in_json: false },
          { key: "more", label: "More", type: "dict" },
          {
            key: "source",
            label: "Source",
            type: "unicode",
            choices: { source: "The Source", mail: "Mail, or post" },
          },
          { key: "kind", label: "Kind", type: "unicode", choices: ["one", "two"], list: true },
          { key: "sku", label: "SKU", type: "unicode", parent_key: "parts" },
          { key: "price", label: "Price", type: "float", parent_key: "parts" },
          { key: "file", label: "File", type: "file", placeholder: "a.txt" },
          { key: "due", label: "Due", type: "datetime", help_text: "When." },
        ],
      },
      ...others,
    ],
    searches: [
      {
        ...search,
        resource_url: "https://deskly.example/tickets/{{id}}",
        search_or_create: first.key,
        search_or_create_label: "Find or Create a Ticket",
        custom_fields_url: "https://deskly.example/fields",
        custom_result_fields_url: "https://deskly.example/result_fields",
      },
      ...searches,
    ],
  };
}
