import { expect, test } from "vitest";
import type { ApiKeyAuth } from "../../../src/model/definitions.ts";
import { secret, simulateApi } from "./api.ts";

const auth: ApiKeyAuth = {
  type: "api_key",
  fields: [secret],
  placement: "header",
  mapping: { "X-Secret": "Key {{secret}}" },
};
const auth_fields = { secret: "a b&c" };

test("asks an API without accounts", async () => {
  const { sim, arrived } = await simulateApi({ type: "none" }, () => ({ body: '[{ "id": 1 }]' }));
  expect((await sim.poll("thing")).items).toEqual([{ id: 1 }]);
  expect(arrived.map(({ path }) => path)).toEqual(["/things"]);
});

test("sends the key in a header", async () => {
  const { sim, arrived } = await simulateApi(auth, () => ({}), { auth_fields });
  await sim.poll("thing");
  expect(arrived[0]?.headers["x-secret"]).toBe("Key a b&c");
});

test("sends the key in the query string", async () => {
  const { sim, arrived } = await simulateApi(
    { ...auth, placement: "querystring", mapping: { secret: "{{secret}}" } },
    () => ({}),
    { auth_fields },
  );
  await sim.poll("thing");
  expect(arrived[0]?.path).toBe("/things?secret=a%20b%26c");
});

test("shows no key in the platform's errors, but what the script says", async () => {
  const asParam: ApiKeyAuth = { ...auth, placement: "querystring", mapping: { k: "{{secret}}" } };
  const setting = { auth_fields: { secret: "sesame-1" } };
  const { sim } = await simulateApi(asParam, () => ({ status: 403, body: "sesame-1 is wrong" }), setting);
  expect((await sim.poll("thing")).error?.message).toBe(
    "The server returned 403 to https://api.example.com/things?k=redacted-secret: redacted-secret is wrong",
  );
  const zap = "thing_poll: function (bundle) { throw new ErrorException(bundle.auth_fields.secret); }";
  const script = await simulateApi(asParam, () => ({}), { ...setting, zap });
  expect((await script.sim.poll("thing")).error?.message).toBe("sesame-1");
});

test("sends the key again where pre_poll has left it out", async () => {
  const { sim, arrived } = await simulateApi(auth, () => ({}), {
    auth_fields,
    zap: "thing_pre_poll: function () { return { headers: { 'X-Mine': '1' } }; }",
  });
  await sim.poll("thing");
  expect(arrived[0]?.headers).toMatchObject({ "x-mine": "1", "x-secret": "Key a b&c" });
});
