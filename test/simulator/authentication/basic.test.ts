import { expect, test } from "vitest";
import type { BasicAuth } from "../../../src/model/definitions.ts";
import { secret, simulateApi, userName } from "./api.ts";

const auth: BasicAuth = {
  type: "basic",
  fields: [userName, secret],
  mapping: { username: "{{user}}", password: "{{secret}}" },
};
const auth_fields = { user: "ada", secret: "pä:ss" };

test("sends user name and password with every request", async () => {
  const { sim, arrived } = await simulateApi(auth, () => ({ body: '[{ "id": 1 }]' }), { auth_fields });
  const { items } = await sim.poll("thing");
  expect(items).toEqual([{ id: 1 }]);
  expect(arrived.map(({ headers }) => headers.authorization)).toEqual([
    `Basic ${Buffer.from("ada:pä:ss").toString("base64")}`,
  ]);
});

test("shows the script user name and password as they are mapped", async () => {
  const { sim } = await simulateApi(
    { ...auth, fields: [secret], mapping: { username: "{{secret}}", password: "x" } },
    () => ({}),
    {
      auth_fields: { secret: "key" },
      zap: "thing_poll: function (bundle) { return [{ id: 1, auth: bundle.request.auth, fields: bundle.auth_fields }]; }",
    },
  );
  expect((await sim.poll("thing")).items).toEqual([
    { id: 1, auth: ["key", "x"], fields: { secret: "key", username: "key", password: "x" } },
  ]);
});

test("does not repeat a call after a 401", async () => {
  const { sim, arrived } = await simulateApi(auth, () => ({ status: 401, body: "Who are you?" }), {
    auth_fields,
  });
  expect((await sim.poll("thing")).error).toEqual({
    name: "ResponseError",
    message: "The server returned 401 to https://api.example.com/things: Who are you?",
  });
  expect(arrived).toHaveLength(1);
});

test("sends nothing of the account with z.request", async () => {
  const { sim, arrived } = await simulateApi(auth, () => ({}), {
    auth_fields,
    zap: "thing_poll: function (bundle) { z.request({ url: bundle.request.url }); return []; }",
  });
  await sim.poll("thing");
  expect(arrived.map(({ headers }) => headers.authorization)).toEqual([undefined]);
});

test("wants the fields that are required", async () => {
  await expect(simulateApi(auth, () => ({}), { auth_fields: { user: "ada" } })).rejects.toThrow(
    'Failed to simulate: the auth field "secret" (Secret) is required and empty.',
  );
});
