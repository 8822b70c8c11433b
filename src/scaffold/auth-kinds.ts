import type { RecordedExchange } from "../model/definitions.ts";
import type { App } from "../model/fields.ts";

/** The parts that an authentication is written with. */
export interface AuthParts {
  /** The address of the API: `https://api.example.com`. */
  readonly api: string;
}

interface RecordedParts {
  /** The address as it stands in the recording. */
  readonly url: string;
  readonly before: readonly RecordedExchange[];
}

/** A kind of authentication that a project can begin with. */
export interface AuthKind {
  /** As a question offers it. */
  readonly about: string;
  readonly auth: (parts: AuthParts) => App["auth"];
  /** The text of auth.ts, where it needs methods. */
  readonly methods?: (parts: AuthParts) => string;
  /** The exchanges in a recording of a poll before the answer with the items, and the address that it has. */
  readonly recorded?: (url: string, parts: AuthParts) => Partial<RecordedParts>;
  /** The requests that connect an account, with their answers: for tests. */
  readonly login?: (parts: AuthParts) => { readonly [request: string]: unknown };
}

const fields = {
  username: { key: "username", label: "Username", type: "unicode", required: true },
  password: { key: "password", label: "Password", type: "password", required: true },
} as const;

const credentials = { username: "{{username}}", password: "{{password}}" };

const label = { connection_label: "{{name}}" };

const apiKey = ({ api }: AuthParts) =>
  ({
    key: "api_key",
    label: "API Key",
    type: "password",
    required: true,
    help_text: `Copy it from [the settings of your account](${new URL(api).origin}/settings).`,
  }) as const;

const oauth = ({ api }: AuthParts) => ({
  fields: [],
  ...label,
  authorize_url: `${api}/oauth/authorize`,
  access_token_url: `${api}/oauth/token`,
});

/** By the names that `zapc init --auth` takes. */
export const authKinds = {
  none: { about: "none: anybody may ask the API", auth: () => ({ type: "none" }) },
  api_key: {
    about: "an API key in a header",
    auth: (parts) => ({
      type: "api_key",
      fields: [apiKey(parts)],
      ...label,
      placement: "header",
      mapping: { "X-Api-Key": "{{api_key}}" },
    }),
  },
  api_key_querystring: {
    about: "an API key in the query string",
    auth: (parts) => ({
      type: "api_key",
      fields: [apiKey(parts)],
      ...label,
      placement: "querystring",
      mapping: { api_key: "{{api_key}}" },
    }),
    recorded: (url) => ({ url: `${url}?api_key=redacted-api-key` }),
  },
  basic: {
    about: "basic: user name and password",
    auth: () => ({
      type: "basic",
      fields: [fields.username, fields.password],
      ...label,
      mapping: credentials,
    }),
  },
  digest: {
    about: "digest: user name and password, by a challenge",
    auth: () => ({
      type: "digest",
      fields: [fields.username, fields.password],
      ...label,
      mapping: credentials,
    }),
    recorded: (url) => ({
      before: [
        {
          method: "GET",
          url,
          headers: {},
          body: null,
          response: { status: 401, headers: { "www-authenticate": "redacted-header" }, body: "" },
        },
      ],
    }),
  },
  session: {
    about: "session: user name and password, exchanged for a token",
    auth: () => ({
      type: "session",
      fields: [fields.username, fields.password],
      ...label,
      placement: "header",
      mapping: { "X-Session": "{{session}}" },
    }),
    methods: ({ api }) => `import type { AuthMethods, GetSessionInfo } from "zapc";

/** Logs in. When a session has ended, the API answers 401 and the platform calls this again. */
export function get_session_info(bundle: GetSessionInfo): { session: string } {
  const { username, password } = bundle.auth_fields;
  const response = z.request({
    url: ${JSON.stringify(`${api}/sessions`)},
    method: "POST",
    headers: { "Content-Type": "application/json" },
    data: z.JSON.stringify({ username, password }),
  });
  if (response.status_code >= 400) throw new ExpiredAuthException("The user name or the password is wrong.");
  return { session: z.JSON.parse<{ token: string }>(response.content).token };
}

({ get_session_info }) satisfies AuthMethods;
`,
    login: ({ api }) => ({ [`POST ${api}/sessions`]: { token: "test-session" } }),
    recorded: (_, { api }) => ({
      before: [
        {
          method: "POST",
          url: `${api}/sessions`,
          headers: { "Content-Type": "application/json" },
          body: '{"username":"redacted-username","password":"redacted-password"}',
          response: {
            status: 200,
            headers: { "content-type": "application/json" },
            body: '{"token":"redacted-session"}',
          },
        },
      ],
    }),
  },
  oauth1: {
    about: "OAuth 1.0a",
    auth: ({ api }) => ({
      type: "oauth1",
      fields: [],
      ...label,
      request_token_url: `${api}/oauth/request_token`,
      authorize_url: `${api}/oauth/authorize`,
      access_token_url: `${api}/oauth/access_token`,
    }),
  },
  oauth2: {
    about: "OAuth2, whose tokens do not end",
    auth: (parts) => ({ type: "oauth2", ...oauth(parts), placement: "header" }),
  },
  oauth2_refresh: {
    about: "OAuth2, whose tokens are refreshed",
    auth: (parts) => ({
      type: "oauth2_refresh",
      ...oauth(parts),
      refresh_token_url: `${parts.api}/oauth/token`,
      placement: "header",
    }),
  },
} as const satisfies { readonly [name: string]: AuthKind };

export type AuthName = keyof typeof authKinds;
