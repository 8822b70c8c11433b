import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Auth } from "../../src/model/definitions.ts";
import { type RecordingServer, type Respond, startRecordingServer } from "../conformance/recording-server.ts";
import { metadataWith } from "../simulator/integration.ts";
import { zapcWith } from "./zapc.ts";

const folder = mkdtempSync(join(tmpdir(), "zapc-simulate-auth-"));

/** An API that knows a key, and a token for a code. */
const api: Respond = ({ path, headers }) => {
  if (path.startsWith("/token?code=c1&")) return { body: '{ "access_token": "a1", "refresh_token": "r1" }' };
  if (path.startsWith("/token")) return { status: 400, body: '{ "error_description": "unknown code" }' };
  const isKnown = headers.authorization === "Bearer a1" || headers["x-key"] === "key";
  return isKnown
    ? { body: '[{ "id": 1, "owner": "Ada" }]' }
    : { status: 401, body: '{ "message": "Who are you?" }' };
};

const zapc = zapcWith({ CLIENT_ID: "app", CLIENT_SECRET: "hush" });

let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer(api);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const key: Auth = {
  type: "api_key",
  fields: [{ key: "key", label: "Key", type: "password", required: true }],
  placement: "header",
  mapping: { "X-Key": "{{key}}" },
  connection_label: "{{owner}}",
};
const oauth2: Auth = {
  type: "oauth2",
  fields: [],
  authorize_url: "https://api.example.com/authorize",
  access_token_url: "https://api.example.com/token",
  placement: "header",
};

/** Runs `zapc simulate auth` for an integration with this authentication; `answers` is what is typed. */
function simulateAuth(auth: Auth, args: readonly string[], answers = "") {
  const dist = join(folder, auth.type);
  mkdirSync(dist, { recursive: true });
  const { app, ...metadata } = metadataWith();
  writeFileSync(join(dist, "zap.js"), "'use strict';\nvar Zap = {};\n");
  writeFileSync(join(dist, "metadata.json"), JSON.stringify({ app: { ...app, auth }, ...metadata }));
  return zapc(["simulate", "auth", "--dist", dist, "--url-base", server.origin, ...args], folder, answers);
}

function jsonFile(name: string, content: object): string {
  writeFileSync(join(folder, name), JSON.stringify(content));
  return join(folder, name);
}

test("tests an account, and shows how it is named", async () => {
  const run = await simulateAuth(key, ["--auth", jsonFile("key.json", { key: "key" })]);
  expect(run).toEqual({
    code: 0,
    stderr: "",
    stdout: [
      "",
      "1 request",
      "  GET https://api.example.com/things → 200  (request made by the platform)",
      '    < [{"id": 1, "owner": "Ada"}]',
      "",
      "The account works. It is named: Ada",
      "",
    ].join("\n"),
  });
});

test("shows what the user sees when the account does not work, and exits with 1", async () => {
  const { code, stderr } = await simulateAuth(key, ["--auth", jsonFile("wrong.json", { key: "wrong" })]);
  expect(code).toBe(1);
  expect(stderr).toBe(
    [
      "",
      'ResponseError The server returned 401 to https://api.example.com/things: { "message": "Who are you?" }',
      "",
      "The user sees:",
      "",
      '  The app returned "Who are you?".',
      "  ",
      "  We made a request to api.example.com and received (401) Unauthorized.",
      "",
    ].join("\n"),
  );
});

test("sends the user to the API, takes the code, and saves the tokens", async () => {
  const saved = join(folder, "saved.json");
  const { code, stdout, stderr } = await simulateAuth(oauth2, ["--save", saved], "c1\n");
  expect(stderr).toMatch(
    /^Grant access at this address:\n\n {2}https:\/\/api\.example\.com\/authorize\?client_id=app&redirect_uri=\S+&response_type=code&state=\S+\n\nThen paste the address that the browser comes back to, or the code alone, and press Enter:\n$/,
  );
  expect(stdout).toContain("\nThe account works. It is named after the app only.\n");
  // Neither the app's secret nor the tokens are shown.
  expect(stdout).toContain("client_secret=redacted-client-secret");
  expect(stdout).toContain('"access_token": "redacted-access-token",\n');
  expect(stdout).not.toMatch(/hush|"a1"|"r1"/);
  expect(code).toBe(0);
  expect(JSON.parse(readFileSync(saved, "utf8"))).toEqual({
    generator: expect.stringMatching(/^zapc \d/),
    access_token: "a1",
    refresh_token: "r1",
  });
  expect(statSync(saved).mode & 0o777).toBe(0o600);

  const again = await simulateAuth(oauth2, ["--auth", saved, "--json"]);
  expect(JSON.parse(again.stdout)).toMatchObject({ grant: [], test: { valid: true } });
});

test("takes the address that the browser comes back to, with what the API says there", async () => {
  const denied = "https://zapier.example/return?error=access_denied&error_description=Not+now";
  const { code, stdout } = await simulateAuth(oauth2, ["--json"], `${denied}\n`);
  expect(code).toBe(1);
  expect(JSON.parse(stdout).grant[1].error).toEqual({
    name: "AuthorizationError",
    message: "The API answered access_denied: Not now.",
  });
});

test("shows why a code is not taken", async () => {
  const { code, stderr } = await simulateAuth(oauth2, [], "other\n");
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /\nResponseError The server returned 400 to https:\/\/api\.example\.com\/token: \{ "error_description": "unknown code" \}\n$/,
  );
});

test("says that nothing was pasted", async () => {
  const { code, stderr } = await simulateAuth(oauth2, []);
  expect(code).toBe(2);
  expect(stderr).toContain("error Failed to connect the account: nothing was pasted.\n");
});

test("says that the account cannot be saved there", async () => {
  const known = jsonFile("key.json", { key: "key" });
  const { code, stderr } = await simulateAuth(key, ["--auth", known, "--save", join(known, "saved.json")]);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `error Failed to write ${known}/saved.json: a part of its path is a file, not a directory.\n  → Choose another place.\n`,
  });
});

test("saves the account where an account of its own or of an earlier version was saved", async () => {
  const known = jsonFile("key.json", { key: "key" });
  const saved = join(folder, "account.json");
  const save = () => simulateAuth(key, ["--auth", known, "--save", saved]);
  expect((await save()).code).toBe(0);
  expect((await save()).code).toBe(0);
  writeFileSync(saved, `${JSON.stringify({ key: "old" }, null, 2)}\n`);
  expect((await save()).code).toBe(0);
  expect(JSON.parse(readFileSync(saved, "utf8")).key).toBe("key");
});

test.each([
  ["a file that the user wrote by hand", { key: "other" }],
  ["another JSON file", { name: "helpdesk", version: "1.0.0" }],
])("asks for no access, and saves nothing, over %s", async (_, content) => {
  const place = jsonFile("mine.json", content);
  const before = readFileSync(place, "utf8");
  const { code, stdout, stderr } = await simulateAuth(oauth2, ["--save", place], "c1\n");
  expect({ code, stdout, stderr }).toEqual({
    code: 2,
    stdout: "",
    stderr:
      `error Failed to write ${place}: the file is there, and zapc did not make it.\n` +
      "  → Choose another place, or replace it with `--force`, in a program `force: true`.\n",
  });
  expect(readFileSync(place, "utf8")).toBe(before);
  expect((await simulateAuth(oauth2, ["--save", place, "--force"], "c1\n")).code).toBe(0);
  expect(JSON.parse(readFileSync(place, "utf8")).access_token).toBe("a1");
});

test("compares no account that must be granted access first", async () => {
  const { code, stderr } = await simulateAuth(oauth2, ["--compare"]);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: [
      "error Failed to compare the runtimes: access must be granted for each of them.",
      "  → Keep the tokens with --save FILE, and compare with --auth FILE.",
      "",
    ].join("\n"),
  });
});
