import { adding, changed, type ExamplesByType, lacking } from "./example.ts";

const authorize = "https://{{domain}}/oauth2/authorize/";
const accessToken = "https://{{domain}}/oauth2/token/";
const keyField = { key: "api_key", label: "API Key", type: "password", required: true };
const fields = [{ key: "domain", label: "Domain", type: "unicode", required: true }];

export const session = {
  type: "session",
  fields: [...fields, keyField],
  connection_label: "{{domain}}",
  placement: "header",
  mapping: { Authorization: "{{authorization}}" },
};
const apiKey = {
  type: "api_key",
  fields: [keyField],
  connection_label: "{{title}}",
  placement: "querystring",
  mapping: { apikey: "{{api_key}}" },
};
const login = [
  { key: "username", label: "Username", type: "unicode", required: true },
  { key: "password", label: "Password", type: "password", required: true },
];
const basic = {
  type: "basic",
  fields: login,
  connection_label: "{{username}}",
  mapping: { username: "{{username}}", password: "{{password}}" },
};
const digest = { ...basic, type: "digest" };
const oauth1 = {
  type: "oauth1",
  fields,
  connection_label: "{{domain}}",
  request_token_url: "https://{{domain}}/oauth/request/",
  authorize_url: authorize,
  access_token_url: accessToken,
  extra_fields: ["user_id"],
};
const oauth2 = {
  type: "oauth2",
  fields,
  connection_label: "{{domain}}",
  authorize_url: authorize,
  access_token_url: accessToken,
  scope: "all",
  placement: "header",
  extra_fields: ["user_id"],
};
const refreshing = { ...oauth2, type: "oauth2_refresh", refresh_token_url: accessToken };

/** The types of authentication. */
export const authenticationExamples: ExamplesByType = {
  ApiKeyAuth: {
    examples: [apiKey, { ...apiKey, placement: "header" }],
    antiExamples: [
      adding(apiKey, "/connectionLabel", "{{domain}}"),
      changed(apiKey, "/placement", "both", "enum"),
      changed(apiKey, "/mapping/apikey", 1, "type"),
      lacking(apiKey, "/mapping"),
    ],
  },
  Auth: {
    examples: [{ type: "none" }, basic, digest, apiKey, session, oauth1, oauth2, refreshing],
    antiExamples: [
      { data: { ...session, type: "magic" }, path: "/type", keyword: "enum" },
      lacking(session, "/type"),
      changed(session, "/placement", "body", "enum"),
      adding(oauth2, "/refresh_token_url", accessToken),
      lacking(refreshing, "/refresh_token_url"),
      { data: "session", path: "", keyword: "type" },
    ],
  },
  BasicAuth: {
    examples: [basic],
    antiExamples: [
      lacking(basic, "/mapping"),
      lacking(basic, "/mapping/password"),
      changed(basic, "/connection_label", "", "minLength"),
      adding(basic, "/placement", "header"),
    ],
  },
  CredentialsMapping: {
    examples: [basic.mapping],
    antiExamples: [
      lacking(basic.mapping, "/username"),
      changed(basic.mapping, "/password", null, "type"),
      adding(basic.mapping, "/realm", "portal"),
    ],
  },
  DigestAuth: {
    examples: [digest],
    antiExamples: [
      adding(digest, "/placement", "header"),
      changed(digest, "/type", "basic", "const"),
      lacking(digest, "/fields"),
    ],
  },
  Mapping: {
    examples: [{}, session.mapping],
    antiExamples: [
      { data: { Authorization: ["Apikey", "{{api_key}}"] }, path: "/Authorization", keyword: "type" },
      { data: "Authorization: {{authorization}}", path: "", keyword: "type" },
    ],
  },
  NoAuth: {
    examples: [{ type: "none" }],
    antiExamples: [
      { data: {}, path: "", keyword: "required" },
      adding({ type: "none" }, "/fields", []),
      { data: { type: null }, path: "/type", keyword: "const" },
    ],
  },
  OAuth1Auth: {
    examples: [oauth1, { ...oauth1, fields: [], extra_fields: [] }],
    antiExamples: [
      lacking(oauth1, "/request_token_url"),
      changed(oauth1, "/extra_fields/0", "user-id", "pattern"),
      adding(oauth1, "/scope", "all"),
    ],
  },
  OAuth2Auth: {
    examples: [oauth2, { ...oauth2, placement: "both" }],
    antiExamples: [
      lacking(oauth2, "/authorize_url"),
      changed(oauth2, "/placement", "body", "enum"),
      changed(oauth2, "/authorize_url", "{{domain}}/oauth2/authorize/", "pattern"),
      changed(oauth2, "/scope", ["all"], "type"),
      adding(oauth2, "/refresh_token_url", accessToken),
    ],
  },
  OAuth2RefreshAuth: {
    examples: [refreshing],
    antiExamples: [
      lacking(refreshing, "/refresh_token_url"),
      changed(refreshing, "/placement", "body", "enum"),
      adding(refreshing, "/client_secret", "s3cret"),
    ],
  },
  SessionAuth: {
    examples: [session, { ...session, placement: "both" }],
    antiExamples: [
      changed(session, "/fields/0/key", "d", "pattern"),
      changed(session, "/mapping", [], "type"),
      lacking(session, "/placement"),
    ],
  },
};
