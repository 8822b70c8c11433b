import { expect, test } from "vitest";
import { simulateZap } from "./integration.ts";

const bundle = {
  request: { url: "https://api.example.com/things", method: "GET", headers: {}, params: {}, data: null },
  url_raw: "https://api.example.com/things",
  auth_fields: { api_key: "key" },
  trigger_fields: {},
  zap: { id: 1 },
  meta: {},
};

test("calls one method with a bundle of the caller's", async () => {
  const sim = await simulateZap(
    "thing_pre_poll: function (bundle) { console.log(bundle.zap.id); return { params: { limit: 3 } }; }",
  );
  expect(await sim.call("thing_pre_poll", bundle)).toEqual({
    outcome: "succeeded",
    problems: [],
    result: { params: { limit: 3 } },
    requests: [],
    logs: [{ level: "log", text: "1", method: "thing_pre_poll" }],
  });
});

test("says what the platform would not hand over", async () => {
  const sim = await simulateZap("thing_pre_poll: function () { return {}; }");
  const { zap, ...wrong } = { ...bundle, request: { ...bundle.request, data: "x" }, response: {} };
  await expect(sim.call("thing_pre_poll", wrong)).rejects.toMatchObject({
    fault: "Failed to call thing_pre_poll: the platform would not hand over this bundle.",
    hint: expect.stringMatching(/"zap".*"response".*"data"/s),
  });
});

test("says what the model forbids in a result, though the platform would not complain", async () => {
  const sim = await simulateZap("thing_poll: function () { return [{ id: 1 }, { name: 'b' }]; }");
  const { error, result } = await sim.call("thing_poll", bundle);
  expect(result).toEqual([{ id: 1 }, { name: "b" }]);
  expect(error).toMatchObject({
    name: "InvalidResult",
    method: "thing_poll",
    message: expect.stringContaining('has no "id"'),
  });
});

test("says that a function is no result", async () => {
  const sim = await simulateZap("thing_poll: function () { return function () {}; }");
  const { error, result } = await sim.call("thing_poll", bundle);
  expect({ error: error?.name, result }).toEqual({ error: "InvalidResult", result: undefined });
});

test("names the methods there are", async () => {
  const sim = await simulateZap("thing_pre_poll: function () { return {}; }");
  await expect(sim.call("thing_pre_pol", bundle)).rejects.toMatchObject({
    fault: "Failed to call thing_pre_pol: the platform would find no such method.",
    hint: "Did you mean thing_pre_poll? There are: thing_pre_poll.",
  });
});
