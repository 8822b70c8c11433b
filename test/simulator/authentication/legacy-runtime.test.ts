import { describe, expect, test } from "vitest";
import type { OAuth1Auth, OAuth2Auth } from "../../../src/model/definitions.ts";
import type { Reply, Respond } from "../../conformance/recording-server.ts";
import { isSigned } from "../../oauth1-provider.ts";
import { origin, simulateApi } from "./api.ts";

const auth: OAuth2Auth = {
  type: "oauth2",
  fields: [],
  authorize_url: `${origin}/authorize`,
  access_token_url: `${origin}/token`,
  placement: "header",
};
const setting = { client_id: "app", client_secret: "hush", runtime: "legacy" } as const;

/** Connects, with these answers to the token request, one after the other. */
async function connect(replies: readonly Reply[], zap = "") {
  const { sim, arrived } = await simulateApi(auth, (_, before) => replies[before] ?? {}, { ...setting, zap });
  await sim.authorizeUrl({ state: "s" });
  return { arrived, ...(await sim.connect({ code: "c1", state: "s" })) };
}

describe("on the legacy runtime", () => {
  test.each([
    '{ "access_token": "a1" }',
    "<any><access_token>a1</access_token></any>",
    '<?xml version="1.0"?>\n<any>\n  <access_token>a1</access_token>\n</any>\n',
    "access_token=a1",
  ])("a token is read in %j", async (body) => {
    expect((await connect([{ body }])).auth_fields).toEqual({ access_token: "a1" });
  });

  test("a code is tried twice after any 4xx, and once after a 5xx", async () => {
    for (const status of [400, 401, 429])
      expect((await connect([{ status }, { body: "access_token=a1" }])).arrived).toHaveLength(2);
    const failed = await connect([{ status: 500, body: "down" }]);
    expect(failed.arrived).toHaveLength(1);
    expect(failed.error?.message).toMatch(
      /^The server returned 500 to https:\/\/api\.example\.com\/token\?code=redacted-code&.*: down$/,
    );
  });

  test("post_oauthv2_token does not see an error", async () => {
    const { logs, error } = await connect(
      [
        { status: 400, body: "no" },
        { status: 400, body: "no" },
      ],
      "post_oauthv2_token: function (bundle) { console.log('seen'); throw new ErrorException('mine'); }",
    );
    expect(logs).toEqual([]);
    expect(error).toMatchObject({ name: "ResponseError" });
  });

  test("pre_oauthv2_token gets an object as data, and what is sent as load", async () => {
    const { logs } = await connect(
      [{ body: "access_token=a1" }],
      `pre_oauthv2_token: function (bundle) {
        console.log(JSON.stringify(bundle.request.data), bundle.load.code, bundle.load.grant_type);
        return bundle.request;
      }`,
    );
    expect(logs.map(({ text }) => text)).toEqual(["{} c1 authorization_code"]);
  });

  test("the request token's address has variables, and lists are signed", async () => {
    const oauth1: OAuth1Auth = {
      type: "oauth1",
      fields: [{ key: "team", label: "Team", type: "unicode" }],
      request_token_url: `${origin}/{{team}}/request`,
      authorize_url: `${origin}/{{team}}/authorize`,
      access_token_url: `${origin}/{{team}}/access`,
    };
    const api: Respond = (request) => {
      const tokens = { "/red/request": "", "/red/access": "s1" } as { [path: string]: string };
      const token_secret = tokens[request.path] ?? "s2";
      if (!isSigned(request, origin, { consumer_secret: "hush", token_secret })) return { status: 403 };
      if (request.path === "/red/request")
        return { body: '{ "oauth_token": "t1", "oauth_token_secret": "s1" }' };
      if (request.path === "/red/access")
        return { body: "<t><oauth_token>t2</oauth_token><oauth_token_secret>s2</oauth_token_secret></t>" };
      return { body: '[{ "id": 1 }]' };
    };
    const { sim } = await simulateApi(oauth1, api, {
      ...setting,
      auth_fields: { team: "red" },
      trigger: { url: `${origin}/things?a=1&a=2` },
    });
    expect((await sim.authorizeUrl()).url).toBe("https://api.example.com/red/authorize?oauth_token=t1");
    await sim.connect({ oauth_verifier: "v" });
    expect((await sim.poll("thing")).items).toEqual([{ id: 1 }]);
  });
});
