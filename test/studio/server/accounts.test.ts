import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Auth, OAuth1Auth } from "../../../src/model/definitions.ts";
import type { ConnectionState } from "../../../src/studio/api.ts";
import { type Respond, startRecordingServer } from "../../conformance/recording-server.ts";
import { digest } from "../../conformance/scenarios/digest-provider.ts";
import { isSigned, oauthParameters } from "../../oauth1-provider.ts";
import { origin, secret, userName } from "../../simulator/authentication/api.ts";
import { account, eventsOf, type OpenStudio, studioWith } from "./open.ts";
import { methods, startApi, things } from "./things.ts";

/** The account once it is connected, or could not be. */
async function settled(studio: OpenStudio): Promise<ConnectionState> {
  for await (const event of eventsOf(studio)) {
    const [connection] = event.type === "state" ? event.state.connections : [];
    if (connection?.status === "connected" || connection?.status === "failed") return connection;
  }
  throw new Error("The stream has ended.");
}

const offline = { methods, metadata: things() };

test("connects an account with a session, and tests it", async () => {
  const api = await startApi(() => ({ body: [{ id: 1 }] }));
  const studio = await studioWith({ ...offline, options: api.live });
  await studio.post("/api/live", { live: true });
  await studio.post("/api/connection/connect", { id: "c1" });
  expect(await settled(studio)).toMatchObject({
    status: "connected",
    filled: ["api_key"],
    remembered: false,
  });
  const { runs } = await studio.get("/api/state");
  expect(runs.map(({ kind, status }) => `${kind}: ${status}`)).toEqual([
    "test_account: succeeded",
    "connect: succeeded",
  ]);
  expect(api.seen.map(({ headers }) => headers["x-token"])).toEqual(["token-key-of-mine"]);
});

test("says why an account does not work", async () => {
  const api = await startApi(() => ({ status: 403, body: { message: "No entry." } }));
  const studio = await studioWith({ ...offline, options: api.live });
  await studio.post("/api/connection/connect", { id: "c1" });
  expect(await settled(studio)).toMatchObject({
    status: "failed",
    message: expect.stringMatching(/^OFFLINE/),
  });
  await studio.post("/api/live", { live: true });
  await studio.post("/api/connection/connect", { id: "c1" });
  for await (const event of eventsOf(studio))
    if (event.type === "state" && event.state.connections[0]?.message?.includes("No entry.")) break;
});

test("remembers an account in a file that only the user reads and Git ignores, and forgets it", async () => {
  const studio = await studioWith({ ...offline, unconnected: true });
  const file = join(studio.folder, ".zapc/accounts.json");
  await studio.post("/api/connection", account);
  expect(existsSync(file)).toBe(false);
  await studio.post("/api/connection", { ...account, name: "Kept", remember: true });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(studio.folder, ".zapc/.gitignore"), "utf8")).toBe("*\n");
  const later = await studioWith({ ...offline, unconnected: true, folder: studio.folder });
  const { connections } = await later.get("/api/state");
  expect(connections).toEqual([
    { id: "c2", name: "Kept", status: "new", remembered: true, filled: ["api_key"] },
  ]);
  await later.post("/api/connection/forget", { id: "c2" });
  expect(readFileSync(file, "utf8")).not.toContain("key-of-mine");
});

const auth: Auth = {
  ...{ type: "oauth2", fields: [], placement: "header", scope: "all" },
  authorize_url: "https://api.example.com/authorize",
  access_token_url: "https://api.example.com/token",
};

const startOAuth = async () => {
  const api = await startApi(({ url, headers }) => {
    if (url.startsWith("/token")) return { body: { access_token: "the-access-token" } };
    const isGranted = headers.authorization === "Bearer the-access-token";
    return isGranted ? { body: [{ id: 1 }] } : { status: 401, body: {} };
  });
  const { app, ...others } = things();
  const studio = await studioWith({
    metadata: { ...others, app: { ...app, auth } },
    options: api.live,
    unconnected: true,
    variables: { CLIENT_ID: "the-client", CLIENT_SECRET: "the-client-secret" },
  });
  await studio.post("/api/connection", { name: "Mine", auth_fields: {}, remember: false });
  return { api, studio };
};

test("sends the user to an OAuth API, which redirects to a door of the studio that checks the state", async () => {
  const { api, studio } = await startOAuth();
  expect(await studio.refused("POST /api/connection/connect", { id: "c1" })).toMatchObject({
    error: "Failed to connect the account: OFFLINE. The API must be asked for tokens.",
  });
  await studio.post("/api/live", { live: true });
  const { grant = "" } = await studio.post("/api/connection/connect", { id: "c1" });
  const { searchParams } = new URL(grant);
  const door = searchParams.get("redirect_uri") ?? "";
  expect(door).toMatch(new RegExp(`^${studio.origin}/oauth/[\\w-]{43}$`));
  const state = searchParams.get("state");
  expect((await fetch(`${door}?code=c&state=other`)).status).toBe(403);
  expect((await fetch(`${studio.origin}/oauth/other?code=c&state=${state}`)).status).toBe(404);
  expect(api.seen).toEqual([]);
  const granted = await fetch(`${door}?code=c&state=${state}`, {
    headers: { "Sec-Fetch-Site": "cross-site" },
  });
  expect(granted.status).toBe(200);
  expect(await granted.text()).toContain("Access is granted.");
  expect((await fetch(`${door}?code=c&state=${state}`)).status).toBe(404);
  expect(await settled(studio)).toMatchObject({ status: "connected" });
  const run = await studio.run({ kind: "poll", operation: "triggers/thing", fields: {} });
  expect(run).toMatchObject({ status: "succeeded" });
  expect(JSON.stringify([run, await studio.get("/api/state")])).not.toMatch(
    /the-access-token|the-client-secret/,
  );
});

test("takes the code from the user where the API takes no loopback address", async () => {
  const { studio } = await startOAuth();
  await studio.post("/api/live", { live: true });
  await studio.post("/api/connection/connect", { id: "c1" });
  expect(
    await studio.refused("POST /api/connection/grant", {
      id: "c1",
      pasted: "https://x.example/?code=c&state=no",
    }),
  ).toMatchObject({
    error: "Failed to connect the account: the state is not that of the address at the API.",
  });
  await studio.post("/api/connection/grant", { id: "c1", pasted: " the-code\n" });
  expect(await settled(studio)).toMatchObject({ status: "connected" });
});

/** A studio that is live, with an account of this authentication that is not connected yet, and the API that answers it. */
async function startWith(auth: Auth, respond: Respond, auth_fields: { [key: string]: string }) {
  const api = await startRecordingServer(respond);
  onTestFinished(() => api.close());
  const { app, ...others } = things();
  const studio = await studioWith({
    metadata: { ...others, app: { ...app, auth } },
    options: ["--allow-live", "--url-base", api.origin],
    unconnected: true,
    variables: { CLIENT_ID: "consumer key", CLIENT_SECRET: "consumer secret" },
  });
  await studio.post("/api/live", { live: true });
  await studio.post("/api/connection", { name: "Mine", auth_fields, remember: false });
  return { api, studio };
}

const mapping = { username: "{{user}}", password: "{{secret}}" };
const basic: Respond = ({ headers }) => {
  const isRight = headers.authorization === `Basic ${Buffer.from("ada:pä:ssx").toString("base64")}`;
  return isRight ? { body: '[{ "id": 1 }]' } : { status: 401, body: "no" };
};
const withPassword: [Auth, Respond][] = [
  [{ type: "basic", fields: [userName, secret], mapping }, basic],
  [{ type: "digest", fields: [userName, secret], mapping }, digest()],
];

test.each(withPassword)("connects an account with user name and password: $type", async (auth, respond) => {
  const { studio } = await startWith(auth, respond, { user: "ada", secret: "pä:ssx" });
  await studio.post("/api/connection/connect", { id: "c1" });
  expect(await settled(studio)).toMatchObject({ status: "connected", filled: ["user", "secret"] });
  expect(JSON.stringify(await studio.get("/api/state"))).not.toContain("pä:ssx");
});

const oauth1: OAuth1Auth = {
  ...{ type: "oauth1", fields: [], request_token_url: `${origin}/oauth/request` },
  authorize_url: `${origin}/oauth/authorize`,
  access_token_url: `${origin}/oauth/access`,
};

test("connects an account with OAuth1, through the same door", async () => {
  const answers: { readonly [path: string]: string } = {
    "/oauth/request": "oauth_token=temporary&oauth_token_secret=s1&oauth_callback_confirmed=true",
    "/oauth/access": "oauth_token=token&oauth_token_secret=token%20secret",
  };
  const secrets: { readonly [path: string]: string } = { "/oauth/request": "", "/oauth/access": "s1" };
  const { api, studio } = await startWith(
    oauth1,
    (request) => {
      const token_secret = secrets[request.path] ?? "token secret";
      const known = isSigned(request, origin, { consumer_secret: "consumer secret", token_secret });
      return known ? { body: answers[request.path] ?? '[{ "id": 1 }]' } : { status: 401, body: "not signed" };
    },
    {},
  );
  const { grant = "" } = await studio.post("/api/connection/connect", { id: "c1" });
  expect(new URL(grant).searchParams.get("oauth_token")).toBe("temporary");
  const [asked] = api.arrived;
  const door = (asked && oauthParameters(asked).oauth_callback) ?? "";
  expect(door).toMatch(new RegExp(`^${studio.origin}/oauth/[\\w-]{43}`));
  const back = new URL(door);
  back.searchParams.set("oauth_token", "temporary");
  back.searchParams.set("oauth_verifier", "verifier");
  expect((await fetch(back)).status).toBe(200);
  expect(await settled(studio)).toMatchObject({ status: "connected" });
});
