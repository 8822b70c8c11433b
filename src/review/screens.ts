import type { App, Auth, Metadata } from "../model/definitions.ts";
import { fieldForms } from "./fields.ts";
import { type Form, type FormEntry, rowsOf } from "./form.ts";

/** A screen of the builder. */
export interface Screen {
  readonly title: string;
  readonly forms: readonly Form[];
  /** A value to enter there that does not stand in the metadata. */
  readonly note?: string;
}

// Source: the archived documentation of the builder, which shows the screens in this order.
const general: readonly FormEntry<App>[] = [
  { name: "Title", value: ({ title }) => title },
  { name: "Description", value: ({ description }) => description },
  { name: "Homepage URL", value: ({ homepage_url }) => homepage_url },
  { name: "Category", value: ({ category }) => category },
  { name: "Logo", value: ({ logo }) => logo, isChoice: true },
];

const triggerSettings: readonly FormEntry<App>[] = [
  { name: "Test Trigger", value: ({ test_trigger }) => test_trigger, isChoice: true },
  { name: "Subscribe URL", value: ({ subscribe_url }) => subscribe_url },
  { name: "Unsubscribe URL", value: ({ unsubscribe_url }) => unsubscribe_url },
];

/** The general screen. */
export function generalScreen({ app }: Metadata): Screen {
  return { title: "General", forms: [{ name: "general", title: "General", rows: rowsOf(general, app) }] };
}

/** Manage Trigger Settings; undefined where nothing is set there. */
export function triggerSettingsForm({ app }: Metadata): Form | undefined {
  const rows = rowsOf(triggerSettings, app);
  return rows.length > 0 ? { name: "settings", title: "Manage Trigger Settings", rows } : undefined;
}

/** The types of authentication, as the builder calls them. Source: the archived documentation, "Authentication". */
const authTypes: { readonly [type in Auth["type"]]: string } = {
  none: "No Auth",
  basic: "Basic Auth",
  digest: "Digest Auth",
  api_key: "API Key",
  session: "Session Auth",
  oauth1: "OAuth V1",
  oauth2: "OAuth V2",
  oauth2_refresh: "OAuth V2 (w/refresh)",
};

const placements = { header: "Header", querystring: "Querystring", both: "Header and Querystring" };

/** The properties of every type of authentication. */
type AnyAuth = { readonly [name in AuthProperty]?: unknown } & { readonly type: Auth["type"] };
type AuthProperty = Auth extends infer Each ? (Each extends Auth ? keyof Each : never) : never;

const text = (name: AuthProperty) => (auth: AnyAuth) => auth[name] as string | undefined;

const authentication: readonly FormEntry<AnyAuth>[] = [
  { name: "Authentication Type", value: authType, isChoice: true },
  { name: "Request Token URL", value: text("request_token_url") },
  { name: "Authorization URL", value: text("authorize_url") },
  { name: "Access Token URL", value: text("access_token_url") },
  { name: "Refresh Token URL", value: text("refresh_token_url") },
  { name: "Scope", value: text("scope") },
  {
    name: "Extra Requested Fields",
    value: ({ extra_fields }) => (extra_fields as string[] | undefined)?.join(","),
  },
  {
    name: "Authentication Mapping",
    value: ({ mapping }) => (mapping === undefined ? undefined : JSON.stringify(mapping, null, 2)),
  },
  { name: "Auth Placement", value: authPlacement, isChoice: true },
  { name: "Connection Label", value: text("connection_label") },
];

/** The screen of the authentication. */
export function authScreen({ app: { auth } }: Metadata): Screen {
  const form = { name: "settings", title: "Authentication Settings", rows: rowsOf(authentication, auth) };
  const isOAuth = auth.type.startsWith("oauth");
  return {
    title: "Authentication",
    forms: [form, ...("fields" in auth ? fieldForms(auth.fields) : [])],
    ...(isOAuth && {
      note: "The client ID and the client secret are entered on the platform. They stand in no file of zapc.",
    }),
  };
}

function authType({ type, placement }: AnyAuth): string {
  if (type !== "api_key") return authTypes[type];
  return placement === "header" ? "API Key (Headers)" : "API Key (Query String)";
}

/** The placement of an API key is part of the type. */
function authPlacement({ type, placement }: AnyAuth): string | undefined {
  return type === "api_key" || placement === undefined
    ? undefined
    : placements[placement as keyof typeof placements];
}
