import { expect, test } from "vitest";
import type { OAuth1Auth } from "../../../src/model/definitions.ts";
import type { Respond } from "../../conformance/recording-server.ts";
import { isSigned, oauthParameters } from "../../oauth1-provider.ts";
import { origin, simulateApi } from "./api.ts";

const auth: OAuth1Auth = {
  type: "oauth1",
  fields: [{ key: "team", label: "Team", type: "unicode" }],
  request_token_url: `${origin}/oauth/request`,
  authorize_url: `${origin}/oauth/authorize?team={{team}}`,
  access_token_url: `${origin}/oauth/access`,
  extra_fields: ["user_id"],
};
const client = { client_id: "consumer key", client_secret: "consumer secret" };
const tokens = { oauth_token: "token", oauth_token_secret: "token secret" };
const consumer_secret = client.client_secret;

/** An API that gives tokens to whom it knows, and things to who signs with the token. */
const api: Respond = (request) => {
  const known = {
    "/oauth/request": { body: "oauth_token=temporary&oauth_token_secret=s1&oauth_callback_confirmed=true" },
    "/oauth/access": {
      body: "oauth_token=token&oauth_token_secret=token%20secret&user_id=5&screen_name=ada",
    },
  }[request.path];
  const token_secret = { "/oauth/request": "", "/oauth/access": "s1" }[request.path] ?? "token secret";
  if (isSigned(request, origin, { consumer_secret, token_secret })) return known ?? { body: '[{ "id": 1 }]' };
  return { status: 401, body: "not signed" };
};

test("goes through the three legs, and signs from then on", async () => {
  const { sim, arrived } = await simulateApi(auth, api, { ...client, auth_fields: { team: "red" } });

  const { url, error } = await sim.authorizeUrl({ redirect_uri: "https://zapier.example/return" });
  expect(error).toBeUndefined();
  expect(url).toBe("https://api.example.com/oauth/authorize?team=red&oauth_token=temporary");

  const { auth_fields } = await sim.connect({ oauth_token: "temporary", oauth_verifier: "verifier" });
  expect(auth_fields).toEqual({ team: "red", ...tokens, user_id: "5" });
  expect((await sim.poll("thing")).items).toEqual([{ id: 1 }]);

  expect(arrived.map((request) => [request.path, oauthParameters(request)])).toMatchObject([
    [
      "/oauth/request",
      { oauth_callback: "https://zapier.example/return", oauth_signature_method: "HMAC-SHA1" },
    ],
    ["/oauth/access", { oauth_token: "temporary", oauth_verifier: "verifier" }],
    ["/things", { oauth_token: "token", oauth_consumer_key: "consumer key", oauth_version: "1.0A" }],
  ]);
});

test("signs with tokens that are known already, the query string and a form included", async () => {
  const { sim } = await simulateApi(auth, api, {
    ...client,
    auth_fields: tokens,
    trigger: { url: `${origin}/things?sort=new est` },
    zap: `thing_pre_poll: function () {
      var headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      return { method: 'POST', headers: headers, params: { q: "it's *" }, data: { a: 'b c' } };
    }`,
  });
  expect((await sim.poll("thing")).items).toEqual([{ id: 1 }]);
});

test("needs the consumer's key and secret", async () => {
  const { sim } = await simulateApi(auth, api, { auth_fields: tokens, client_id: "consumer key" });
  await expect(sim.poll("thing")).rejects.toMatchObject({
    fault: "Failed to authenticate the app: the option client_secret is missing.",
    hint: "Give simulate the app's client_id and client_secret; zapc reads them from CLIENT_ID and CLIENT_SECRET.",
  });
});

test("is refused with a wrong secret", async () => {
  const { sim } = await simulateApi(auth, api, { ...client, client_secret: "wrong" });
  expect((await sim.authorizeUrl()).error).toEqual({
    name: "ResponseError",
    message: "The server returned 401 to https://api.example.com/oauth/request: not signed",
  });
});

test("does not read a token in JSON, as the platform no longer does", async () => {
  const { sim } = await simulateApi(
    auth,
    () => ({ body: '{"oauth_token":"a","oauth_token_secret":"b"}' }),
    client,
  );
  expect((await sim.authorizeUrl()).error).toEqual({
    name: "AuthorizationError",
    message:
      'The answer with the tokens has no oauth_token: {"{\\"oauth_token\\":\\"redacted-oauth-token\\",\\"oauth_token_secret\\":\\"redacted-oauth-token-secret\\"}":""}.',
  });
});

test("takes no token but the one that it has asked for", async () => {
  const { sim } = await simulateApi(auth, api, client);
  await sim.authorizeUrl();
  expect((await sim.connect({ oauth_token: "other", oauth_verifier: "v" })).error).toEqual({
    name: "AuthorizationError",
    message: "The oauth_token is other, and was temporary in the address at the API.",
  });
});

test("needs a verifier", async () => {
  const { sim } = await simulateApi(auth, api, client);
  await sim.authorizeUrl();
  expect((await sim.connect()).error).toEqual({
    name: "AuthorizationError",
    message: "The API has given no oauth_verifier.",
  });
});

test("signs at the time that is passed in, each request with another nonce", async () => {
  const at = "2026-03-01T09:00:00Z";
  const { sim, arrived } = await simulateApi(auth, api, { ...client, auth_fields: tokens, now: at });
  expect((await sim.poll("thing")).items).toEqual([{ id: 1 }]);
  expect((await sim.poll("thing")).items).toEqual([{ id: 1 }]);
  const signed = arrived.map(oauthParameters);
  const timestamp = String(Date.parse(at) / 1000);
  expect(signed.map(({ oauth_timestamp }) => oauth_timestamp)).toEqual([timestamp, timestamp]);
  expect(new Set(signed.map(({ oauth_nonce }) => oauth_nonce)).size).toBe(2);
});
