/** How `bundle.auth_fields` is typed by the authentication that app.ts declares. */
import type { App } from "zapc";
import type { Json } from "../../../../src/model/bundles/shared.ts";
import type { AccountValues, ConnectValues } from "../../../../src/model/fields.ts";
import { is } from "./exactly.ts";

type Auth = App["auth"];
const account = <const A extends Auth>(_auth: A) => ({}) as AccountValues<A>;
const typed = <const A extends Auth>(_auth: A) => ({}) as ConnectValues<A>;

const domain = { key: "domain", label: "Domain", type: "unicode", required: true } as const;
const region = { key: "region", label: "Region", type: "unicode", choices: ["eu", "us"] } as const;
const fields = [domain, region] as const;
const authorize_url = "https://{{domain}}/authorize";
const access_token_url = "https://{{domain}}/token";
const placement = "header";
const mapping = { username: "{{user}}", password: "{{secret}}" } as const;

export const withoutTokens = () => {
  is<{}>()(account({ type: "none" }));
  is<{ user: string; secret: string }>()(
    account({
      type: "basic",
      mapping,
      fields: [
        { key: "user", label: "User", type: "unicode", required: true },
        { key: "secret", label: "Secret", type: "password", required: true },
      ],
    }),
  );
  is<{ domain: string; region?: "eu" | "us" }>()(account({ type: "digest", mapping, fields }));
  is<{ domain: string; region?: "eu" | "us" }>()(account({ type: "api_key", placement, mapping: {}, fields }));
  is<{ domain: string; region?: "eu" | "us" }>()(account({ type: "session", placement, mapping: {}, fields }));
  // @ts-expect-error of OAuth only
  account({ type: "api_key", placement, mapping: {}, fields }).access_token;
};

export const withSession = () => {
  const auth = { type: "session", placement, mapping: {}, fields } as const;
  is<{ domain: string; region?: "eu" | "us" }>()(typed(auth));
  is<{ domain: string; region?: "eu" | "us"; token: string }>()({} as AccountValues<typeof auth, { token: string }>);
  // What get_session_info returns takes the place of what the user filled in.
  is<{ domain: string; region: "eu" }>()({} as AccountValues<typeof auth, { region: "eu" }>);
  // @ts-expect-error only what get_session_info returns
  ({}) as AccountValues<typeof auth, { token: string }>["session_id"];
};

export const oauth1 = () => {
  const auth = {
    type: "oauth1",
    fields: [domain],
    request_token_url: "https://{{domain}}/request",
    authorize_url,
    access_token_url,
    extra_fields: ["user_id"],
  } as const;
  is<{ domain: string; oauth_token: string; oauth_token_secret: string; user_id?: Json }>()(account(auth));
  is<{ domain: string }>()(typed(auth));
  // @ts-expect-error of OAuth2
  account(auth).access_token;
};

export const oauth2 = () => {
  const auth = { type: "oauth2", fields, authorize_url, access_token_url, placement } as const;
  is<{ domain: string; region?: "eu" | "us"; access_token: string; refresh_token?: string }>()(account(auth));
  // @ts-expect-error without refresh there may be none
  account(auth).refresh_token.length;
  // @ts-expect-error of OAuth 1.0
  account(auth).oauth_token;
};

export const oauth2WithRefresh = () => {
  const auth = {
    type: "oauth2_refresh",
    fields: [],
    authorize_url,
    access_token_url,
    refresh_token_url: access_token_url,
    placement,
    extra_fields: ["instance_url", "team"],
  } as const;
  is<{ access_token: string; refresh_token: string; instance_url?: Json; team?: Json }>()(account(auth));
  is<{}>()(typed(auth));
  // @ts-expect-error not asked for
  account(auth).user_id;
  // @ts-expect-error the answer may be without it
  account(auth).team.length;
};

export const unregistered = () => {
  // Without `interface Register` in app.ts, nothing is known.
  is<{}>()({} as AccountValues<Auth>);
};
