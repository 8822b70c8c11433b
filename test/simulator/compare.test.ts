import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compare, type SimulateOptions, simulate } from "zapc/simulator";
import type { App, Auth } from "../../src/model/definitions.ts";
import { metadataWith, temporaryFolder } from "./integration.ts";

/** The options for an integration with these methods. */
function options(methods: string, app: Partial<App> = {}): SimulateOptions {
  const folder = temporaryFolder();
  const script = join(folder, "zap.js");
  const metadata = join(folder, "metadata.json");
  writeFileSync(script, `'use strict';\nvar Zap = {\n${methods}\n};\n`);
  const session = metadataWith();
  writeFileSync(metadata, JSON.stringify({ ...session, app: { ...session.app, ...app } }));
  const http = () => Response.json([{ id: 1, title: "One" }]);
  return { script, metadata, auth_fields: { api_key: "key" }, http };
}

test("finds no difference where there is none", async () => {
  const { converted, legacy, differences } = await compare(options(""), (sim) => sim.poll("thing"));
  expect(converted.items).toEqual([{ id: 1, title: "One" }]);
  expect(legacy).toEqual(converted);
  expect(differences).toEqual([]);
});

test("tells where the runtimes differ, and in what", async () => {
  const methods = `thing_post_poll: function (bundle) {
    console.log(moment.version.slice(0, 1));
    return [{ id: 1, 'a/b': _.template('{{ a }}', { a: 'x' }) }];
  }`;
  const { differences } = await compare(options(methods), (sim) => sim.poll("thing"));
  expect(differences).toEqual([{ path: "/items/0/a~1b", converted: undefined, legacy: "x" }]);
});

test("shows an error that one of them has", async () => {
  const methods = "thing_poll: function () { throw new StopRequestException('no'); }";
  const { differences } = await compare(options(methods), (sim) => sim.poll("thing"));
  expect(differences).toEqual([
    { path: "/outcome", converted: "stopped", legacy: "error" },
    { path: "/error", converted: undefined, legacy: expect.objectContaining({ message: "no" }) },
  ]);
});

const user = { key: "user", label: "User", type: "unicode" } as const;
const password = { key: "password", label: "Password", type: "password" } as const;
const signing: { type: string; auth: Auth; auth_fields: object }[] = [
  {
    type: "OAuth1",
    auth: {
      type: "oauth1",
      fields: [],
      request_token_url: "https://api.example.com/request",
      authorize_url: "https://api.example.com/authorize",
      access_token_url: "https://api.example.com/access",
    },
    auth_fields: { oauth_token: "token", oauth_token_secret: "secret" },
  },
  {
    type: "Digest",
    auth: {
      type: "digest",
      fields: [user, password],
      mapping: { username: "{{user}}", password: "{{password}}" },
    },
    auth_fields: { user: "ada", password: "pass" },
  },
];

test.each(signing)("the same request is signed alike with $type", async ({ auth, auth_fields }) => {
  const challenge = { "www-authenticate": 'Digest realm="things", nonce="n", qop="auth"' };
  const http = (request: Request) =>
    request.headers.has("authorization")
      ? Response.json([{ id: request.headers.get("authorization") }])
      : new Response(null, { status: 401, headers: challenge });
  const client = { client_id: "app", client_secret: "hush" };
  const given = { ...options("", { auth }), auth_fields: { ...auth_fields }, http, ...client };
  const { converted, differences } = await compare(given, (sim) => sim.poll("thing"));
  expect(converted.items).toEqual([{ id: expect.stringMatching(/^(OAuth|Digest) /) }]);
  expect(differences).toEqual([]);
});

test("records nothing", async () => {
  const record = join(temporaryFolder(), "polls.json");
  await expect(compare({ ...options(""), record }, (sim) => sim.poll("thing"))).rejects.toMatchObject({
    fault: "Failed to compare the runtimes: record writes down what one of them asks.",
    hint: "Record it with simulate, and compare with replay.",
  });
});

test("shows both runtimes the time of a replay", async () => {
  const at =
    "thing_poll: function () { return [{ id: z.request({ url: 'https://api.example.com/at/' + Date.now() }).status_code }]; }";
  const { http, ...given } = options(at);
  const file = join(temporaryFolder(), "polls.json");
  const recording = await simulate({
    ...given,
    ...(http && { http }),
    record: file,
    now: "2026-01-01T00:00:00Z",
  });
  await recording.poll("thing");
  await recording.close();
  const { converted, differences } = await compare({ ...given, replay: file }, (sim) => sim.poll("thing"));
  expect(converted.items).toEqual([{ id: 200 }]);
  expect(differences).toEqual([]);
});
