import { expect, test } from "vitest";
import type { DigestAuth } from "../../../src/model/definitions.ts";
import { digest, digestChallenge } from "../../conformance/scenarios/digest-provider.ts";
import { secret, simulateApi, userName } from "./api.ts";

const auth: DigestAuth = {
  type: "digest",
  fields: [userName, secret],
  mapping: { username: "{{user}}", password: "{{secret}}" },
};
// The provider knows this password.
const auth_fields = { user: "ada", secret: "pä:ssx" };

test("asks for a challenge, and answers it", async () => {
  const { sim, arrived } = await simulateApi(auth, digest(), { auth_fields });
  const { items, requests } = await sim.poll("thing");
  expect(items).toEqual([{ id: "right" }]);
  expect(requests.map(({ response }) => response?.status)).toEqual([401, 200]);
  expect(arrived[1]?.headers.authorization).toMatch(
    /^Digest username="ada", realm="things, "all"", nonce="n=1", uri="\/things", response="[0-9a-f]{32}", qop="auth", nc=00000001, cnonce="[0-9a-f]{16}"$/,
  );
});

test("answers for the path and the method, with and without qop", async () => {
  for (const qop of ["auth", "auth,auth-int", undefined]) {
    const { sim } = await simulateApi(auth, digest({ qop, opaque: "o", algorithm: "MD5" }), {
      auth_fields,
      zap: "thing_pre_poll: function () { return { method: 'POST', data: '{}', params: { page: 2 } }; }",
    });
    expect((await sim.poll("thing")).items).toEqual([{ id: "right" }]);
  }
});

test("is refused with a wrong password", async () => {
  const { sim } = await simulateApi(auth, digest(), { auth_fields: { ...auth_fields, secret: "x" } });
  expect((await sim.poll("thing")).error).toEqual({
    name: "ResponseError",
    message: "The server returned 403 to https://api.example.com/things: wrong",
  });
});

test("knows no algorithm but MD5, as the platform does not", async () => {
  const { sim } = await simulateApi(auth, () => digestChallenge({ algorithm: "SHA-256" }), { auth_fields });
  expect((await sim.poll("thing")).error).toEqual({
    name: "NotImplementedError",
    message: "algorithm 'MD5-SESS' and 'SHA' are not implemented yet",
  });
});

test.each([
  { runtime: "converted" as const, auth: ["ada", "pä:ssx"] },
  { runtime: "legacy" as const, auth: ["ada", "pä:ssx", false] },
])("shows the $runtime runtime user name and password as $auth", async ({ runtime, auth: shown }) => {
  const { sim } = await simulateApi(auth, digest(), {
    auth_fields,
    runtime,
    zap: "thing_poll: function (bundle) { return [{ id: 1, auth: bundle.request.auth }]; }",
  });
  expect((await sim.poll("thing")).items).toEqual([{ id: 1, auth: shown }]);
});
