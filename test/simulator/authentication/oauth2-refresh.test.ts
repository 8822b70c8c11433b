import { expect, test } from "vitest";
import type { OAuth2RefreshAuth } from "../../../src/model/definitions.ts";
import type { Arrived, Respond } from "../../conformance/recording-server.ts";
import { origin, simulateApi } from "./api.ts";

const auth: OAuth2RefreshAuth = {
  type: "oauth2_refresh",
  fields: [],
  authorize_url: `${origin}/oauth/authorize`,
  access_token_url: `${origin}/oauth/token`,
  refresh_token_url: `${origin}/oauth/refresh`,
  placement: "header",
};
const setting = {
  client_id: "app",
  client_secret: "hush",
  auth_fields: { access_token: "a1", refresh_token: "r1" },
};

/** An API whose refresh tokens work once: after rN comes rN+1, and with it the access token aN+1. */
function rotating(): Respond {
  let current = 1;
  return ({ path, headers, body }: Arrived) => {
    if (!path.startsWith("/oauth"))
      return headers.authorization === `Bearer a${current}` && current > 1
        ? { body: `[{ "id": ${current} }]` }
        : { status: 401 };
    const sent = new URLSearchParams(body || path.split("?")[1]).get("refresh_token");
    if (sent !== `r${current}`) return { status: 400, body: "used already" };
    current += 1;
    return { body: JSON.stringify({ access_token: `a${current}`, refresh_token: `r${current}` }) };
  };
}

test("refreshes the token after a 401, and repeats the call once", async () => {
  const { sim, arrived } = await simulateApi(auth, rotating(), setting);
  expect(await sim.poll("thing")).toMatchObject({ outcome: "refreshed", items: [{ id: 2 }] });
  expect(arrived.map(({ method, path, body }) => [method, path, body])).toEqual([
    ["GET", "/things", ""],
    [
      "POST",
      "/oauth/refresh",
      "client_id=app&client_secret=hush&refresh_token=r1" +
        "&redirect_uri=https%3A%2F%2Fzapier.com%2Fdashboard%2Fauth%2Foauth%2Freturn%2FApp%2F&grant_type=refresh_token",
    ],
    ["GET", "/things", ""],
  ]);
});

test("keeps the new refresh token, where each works once", async () => {
  const { sim } = await simulateApi(auth, rotating(), {
    ...setting,
    zap: `thing_post_poll: function (bundle) {
      if (bundle.auth_fields.access_token === 'a2') { throw new RefreshTokenException(); }
      return z.JSON.parse(bundle.response.content);
    }`,
  });
  expect((await sim.poll("thing")).error).toMatchObject({ name: "RefreshTokenException" });
  expect(await sim.poll("thing")).toMatchObject({ outcome: "refreshed", items: [{ id: 3 }] });
});

test("refreshes with the query string once the form is refused", async () => {
  const { sim, arrived } = await simulateApi(
    auth,
    (_, before) =>
      before === 1 ? { status: 400 } : before === 0 ? { status: 401 } : { body: '{"access_token":"a2"}' },
    setting,
  );
  await sim.poll("thing");
  expect(arrived[2]).toMatchObject({
    path: expect.stringMatching(/^\/oauth\/refresh\?client_id=app&client_secret=hush&refresh_token=r1&/),
    body: "",
  });
});

test("shows pre_oauthv2_refresh an object as data, and the same as load", async () => {
  const { sim, arrived } = await simulateApi(auth, rotating(), {
    ...setting,
    zap: `pre_oauthv2_refresh: function (bundle) {
      console.log(typeof bundle.request.data, bundle.load.refresh_token);
      bundle.request.headers.Authorization = 'Basic ' + btoa(bundle.oauth_data.client_id + ':' + bundle.oauth_data.client_secret);
      bundle.request.data = { refresh_token: bundle.load.refresh_token, grant_type: 'refresh_token' };
      return bundle.request;
    }`,
  });
  const { outcome, logs } = await sim.poll("thing");
  expect(outcome).toBe("refreshed");
  expect(logs).toEqual([{ level: "log", text: "object r1", method: "pre_oauthv2_refresh" }]);
  expect(arrived[1]).toMatchObject({
    headers: { authorization: `Basic ${btoa("app:hush")}` },
    body: "refresh_token=r1&grant_type=refresh_token",
  });
});

test("fails with the refusal of the refresh", async () => {
  const { sim } = await simulateApi(auth, rotating(), {
    ...setting,
    auth_fields: { access_token: "a0", refresh_token: "r0" },
    zap: "pre_oauthv2_refresh: function (bundle) { return bundle.request; }",
  });
  expect(await sim.poll("thing")).toMatchObject({
    outcome: "error",
    error: {
      name: "ResponseError",
      message: "The server returned 400 to https://api.example.com/oauth/refresh: used already",
    },
  });
});

test("shows no credentials in the error of a refresh", async () => {
  const refused: Respond = ({ path, body }) =>
    path.startsWith("/oauth") ? { status: 400, body: `not ${path} ${body}` } : { status: 401 };
  const { sim } = await simulateApi(auth, refused, {
    ...setting,
    client_secret: "hush&hush",
    auth_fields: { access_token: "access1", refresh_token: "refresh1" },
  });
  const { error } = await sim.poll("thing");
  expect(error?.message).toMatch(
    /client_secret=redacted-client-secret&.*refresh_token=redacted-refresh-token/,
  );
  expect(error?.message).not.toMatch(/hush|refresh1|access1/);
});

test("turns the Zap off when the script says that access has ended", async () => {
  const { sim } = await simulateApi(auth, rotating(), {
    ...setting,
    zap: "pre_oauthv2_refresh: function () { throw new ExpiredAuthException('Connect your account anew.'); }",
  });
  expect(await sim.poll("thing")).toMatchObject({
    outcome: "turned_off",
    error: {
      name: "ExpiredAuthException",
      message: "Connect your account anew.",
      method: "pre_oauthv2_refresh",
    },
  });
});

test("gives up when the new token is refused, too", async () => {
  const { sim } = await simulateApi(
    auth,
    ({ path }) => (path === "/things" ? { status: 401 } : { body: '{"access_token":"a2"}' }),
    setting,
  );
  expect((await sim.poll("thing")).error).toEqual({
    name: "RefreshTokenException",
    message:
      "The server returned 401 to https://api.example.com/things: the platform wants another access token.",
  });
});

test("has nothing to refresh with without a refresh token", async () => {
  const { sim, arrived } = await simulateApi(auth, () => ({ status: 401 }), {
    auth_fields: { access_token: "a1" },
  });
  expect((await sim.poll("thing")).error).toEqual({
    name: "RefreshTokenException",
    message:
      "The server returned 401 to https://api.example.com/things: the platform wants another access token.",
    hint: "There is no refresh token. Connect the account: `zapc simulate auth --auth FILE --save FILE`, in a program `sim.connect(…)`.",
  });
  expect(arrived).toHaveLength(1);
});
