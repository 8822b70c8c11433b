import { expect, test } from "vitest";
import type { OAuth2Auth } from "../../../src/model/definitions.ts";
import type { Respond } from "../../conformance/recording-server.ts";
import { origin, simulateApi } from "./api.ts";

const auth: OAuth2Auth = {
  type: "oauth2",
  fields: [{ key: "team", label: "Team", type: "unicode" }],
  authorize_url: `${origin}/oauth/authorize?team={{team}}`,
  access_token_url: `${origin}/oauth/{{team}}/token`,
  scope: "read write",
  placement: "header",
  extra_fields: ["user_id"],
};
const client = { client_id: "the client", client_secret: "the secret" };
const setting = { ...client, auth_fields: { team: "red" } };
const start = { redirect_uri: "https://zapier.example/return", state: "unguessable" };
const { state } = start;

const tokens = { access_token: "a1", refresh_token: "r1", user_id: 5, expires_in: 3600 };
const api: Respond = ({ path, headers }) => {
  if (path.startsWith("/oauth")) return { body: JSON.stringify(tokens) };
  return headers.authorization === "Bearer a1" ? { body: '[{ "id": 1 }]' } : { status: 403 };
};

test("sends the user to the API, exchanges the code, and shows the token from then on", async () => {
  const { sim, arrived } = await simulateApi(auth, api, setting);
  expect(sim.needsGrant).toBe(true);

  const { url } = await sim.authorizeUrl(start);
  expect(url).toBe(
    "https://api.example.com/oauth/authorize?client_id=the+client&redirect_uri=https%3A%2F%2Fzapier.example%2Freturn" +
      "&response_type=code&scope=read+write&state=unguessable&team=red",
  );

  const { auth_fields } = await sim.connect({ code: "c1", state });
  expect(auth_fields).toEqual({ team: "red", access_token: "a1", refresh_token: "r1", user_id: 5 });
  expect(sim.needsGrant).toBe(false);
  expect((await sim.poll("thing")).items).toEqual([{ id: 1 }]);

  expect(arrived.map(({ method, path, body }) => [method, path, body])).toEqual([
    [
      "POST",
      "/oauth/red/token?code=c1&client_id=the%20client&client_secret=the%20secret" +
        "&redirect_uri=https%3A%2F%2Fzapier.example%2Freturn&grant_type=authorization_code",
      "",
    ],
    ["GET", "/things", ""],
  ]);
});

test("makes up a state that is another each time, and says where the browser comes back to", async () => {
  const { sim } = await simulateApi(auth, api, setting);
  const [first, second] = [await sim.authorizeUrl(), await sim.authorizeUrl()];
  expect(first.state).not.toBe(second.state);
  expect(new URL(first.url ?? "").searchParams.get("state")).toBe(first.state);
  expect(first.redirect_uri).toBe("https://zapier.com/dashboard/auth/oauth/return/App/");
});

test("takes no code with another state", async () => {
  const { sim, arrived } = await simulateApi(auth, api, setting);
  await sim.authorizeUrl(start);
  expect((await sim.connect({ code: "c1", state: "guessed" })).error).toEqual({
    name: "AuthorizationError",
    message: "The state is guessed, and was unguessable in the address at the API.",
  });
  expect(arrived).toEqual([]);
});

test("says that the user has not granted access", async () => {
  const { sim } = await simulateApi(auth, api, setting);
  await sim.authorizeUrl(start);
  const denied = await sim.connect({ error: "access_denied", error_description: "Not now", state });
  expect(denied).toMatchObject({
    outcome: "error",
    error: { name: "AuthorizationError", message: "The API answered access_denied: Not now." },
  });
});

test("exchanges the code with a form once the query string is refused", async () => {
  const { sim, arrived } = await simulateApi(
    auth,
    ({ body }) => (body ? { body: JSON.stringify(tokens) } : { status: 400 }),
    setting,
  );
  await sim.authorizeUrl(start);
  expect((await sim.connect({ code: "c1", state })).error).toBeUndefined();
  expect(arrived[1]).toMatchObject({
    path: "/oauth/red/token",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body:
      "code=c1&client_id=the+client&client_secret=the+secret&redirect_uri=https%3A%2F%2Fzapier.example%2Freturn" +
      "&grant_type=authorization_code",
  });
});

test("sends what pre_oauthv2_token returns, and nothing else when that is refused", async () => {
  const { sim, arrived } = await simulateApi(auth, () => ({ status: 400, body: "no" }), {
    ...setting,
    zap: `pre_oauthv2_token: function (bundle) {
      var data = { code: bundle.request.params.code, app: bundle.oauth_data.client_id, team: bundle.auth_fields.team };
      return { url: bundle.request.url, method: 'POST', headers: bundle.request.headers, params: {}, data: data };
    }`,
  });
  await sim.authorizeUrl(start);
  expect((await sim.connect({ code: "c1", state })).error).toEqual({
    name: "ResponseError",
    message: "The server returned 400 to https://api.example.com/oauth/red/token: no",
  });
  expect(arrived.map(({ path, body }) => [path, body])).toEqual([
    ["/oauth/red/token", "code=c1&app=the+client&team=red"],
  ]);
});

test("stores of what post_oauthv2_token returns the tokens and the extra fields", async () => {
  const { sim } = await simulateApi(auth, () => ({ body: "<token>x</token>" }), {
    ...setting,
    zap: `post_oauthv2_token: function (bundle) {
      return { access_token: bundle.response.content.slice(7, 8), user_id: 'u', more: 1 };
    }`,
  });
  await sim.authorizeUrl(start);
  const { auth_fields } = await sim.connect({ code: "c1", state });
  expect(auth_fields).toEqual({ team: "red", access_token: "x", user_id: "u" });
});

test("needs an access token in the answer", async () => {
  const { sim } = await simulateApi(auth, () => ({ body: "access_token=a1" }), setting);
  await sim.authorizeUrl(start);
  expect((await sim.connect({ code: "c1", state })).error).toEqual({
    name: "AuthorizationError",
    message: "The answer with the tokens has no access_token: {}.",
  });
});

test("shows tokens that are known already", async () => {
  const { sim, arrived } = await simulateApi({ ...auth, placement: "both" }, api, {
    auth_fields: { team: "red", access_token: "a1" },
  });
  await sim.poll("thing");
  expect(arrived[0]).toMatchObject({
    path: "/things?access_token=a1",
    headers: { authorization: "Bearer a1" },
  });
});

test("does not refresh without a refresh URL", async () => {
  const { sim, arrived } = await simulateApi(auth, () => ({ status: 401, body: "expired" }), {
    auth_fields: { team: "red", access_token: "a1", refresh_token: "r1" },
  });
  expect((await sim.poll("thing")).error).toEqual({
    name: "ResponseError",
    message: "The server returned 401 to https://api.example.com/things: expired",
  });
  expect(arrived).toHaveLength(1);
});

test("connects nobody who has not been sent to the API", async () => {
  const { sim } = await simulateApi(auth, api, setting);
  await expect(sim.connect({ code: "c1", state })).rejects.toMatchObject({
    fault: "Failed to connect the account: nobody has been sent to the API yet.",
    hint: "Call authorizeUrl first.",
  });
});

test("has no authorize URL for an API key", async () => {
  const { sim } = await simulateApi({ type: "api_key", fields: [], placement: "header", mapping: {} }, api);
  await expect(sim.authorizeUrl()).rejects.toThrow(
    "Failed to get the authorize URL: only OAuth1 and OAuth2 have one.",
  );
  await expect(sim.connect({ code: "c1" })).rejects.toThrow(
    "Failed to connect the account: code belongs to OAuth, and the app authenticates in another way.",
  );
});
