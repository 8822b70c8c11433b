import { adding, changed, type ExamplesByType, lacking } from "./example.ts";
import { account, authFields, dataset, response, zap } from "./pieces.ts";

const load = { grant_type: "refresh_token", refresh_token: "r3fr3sh" };
const oauthRequest = {
  url: "https://data.example.com/oauth2/token/",
  method: "POST",
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
  params: {},
  data: load,
};
const oauthData = { client_id: "zapier", client_secret: "s3cret" };
const beforeToken = { request: oauthRequest, oauth_data: oauthData, load, zap };
const afterToken = { response, oauth_data: oauthData, auth_fields: { domain: "data.example.com" } };
const beforeRefresh = { ...beforeToken, auth_fields: { access_token: "t0k3n", refresh_token: "r3fr3sh" } };

const sessionRequest = { url: "", headers: { Accept: "application/json" }, params: {}, data: {} };
const gettingSession = { request: sessionRequest, auth_fields: authFields, zap };
const naming = { ...account, test_result: dataset };

/** The bundles of the methods that authenticate. */
export const authExamples: ExamplesByType = {
  GetConnectionLabelBundle: {
    examples: [naming],
    antiExamples: [
      adding(naming, "/label", "jane"),
      lacking(naming, "/test_result"),
      changed(naming, "/test_result", [dataset], "type"),
    ],
  },
  GetSessionInfoBundle: {
    examples: [gettingSession, { ...gettingSession, request: { ...sessionRequest, data: null } }],
    antiExamples: [
      changed(gettingSession, "/request/data", "", "anyOf"),
      lacking(gettingSession, "/auth_fields"),
      adding(gettingSession, "/response", response),
    ],
  },
  OAuthData: {
    examples: [oauthData],
    antiExamples: [
      adding(oauthData, "/clientId", "zapier"),
      lacking(oauthData, "/client_secret"),
      changed(oauthData, "/client_id", 1, "type"),
    ],
  },
  PostOAuthV2TokenBundle: {
    examples: [afterToken],
    antiExamples: [
      lacking(afterToken, "/response"),
      lacking(afterToken, "/oauth_data/client_id"),
      adding(afterToken, "/request", oauthRequest),
    ],
  },
  PreOAuthV2RefreshBundle: {
    examples: [beforeRefresh],
    antiExamples: [
      changed(beforeRefresh, "/request/data", "grant_type=refresh_token", "type"),
      lacking(beforeRefresh, "/load"),
      adding(beforeRefresh, "/response", response),
    ],
  },
  PreOAuthV2TokenBundle: {
    examples: [beforeToken],
    antiExamples: [
      changed(beforeToken, "/request/data", null, "anyOf"),
      adding(beforeToken, "/auth_fields", {}),
      lacking(beforeToken, "/oauth_data"),
    ],
  },
  PreparedOAuthRequest: {
    examples: [oauthRequest, { ...oauthRequest, data: {} }],
    antiExamples: [
      changed(oauthRequest, "/data", "grant_type=refresh_token", "type"),
      adding(oauthRequest, "/auth", ["zapier", "s3cret"]),
      lacking(oauthRequest, "/method"),
    ],
  },
  PreparedTokenRequest: {
    examples: [
      { ...oauthRequest, data: {} },
      { ...oauthRequest, data: "" },
    ],
    antiExamples: [
      changed(oauthRequest, "/data", null, "anyOf"),
      adding(oauthRequest, "/auth", ["zapier", "s3cret"]),
      lacking(oauthRequest, "/params"),
    ],
  },
  SessionRequest: {
    examples: [sessionRequest, { ...sessionRequest, data: null }],
    antiExamples: [
      adding(sessionRequest, "/method", "GET"),
      changed(sessionRequest, "/headers", null, "type"),
      changed(sessionRequest, "/data", "", "anyOf"),
      lacking(sessionRequest, "/url"),
    ],
  },
};
