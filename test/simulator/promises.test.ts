import { describe, expect, test } from "vitest";
import { simulateZap } from "./integration.ts";

describe("a method that returns a Promise", () => {
  test("has its result awaited", async () => {
    const sim = await simulateZap("thing_poll: function () { return Promise.resolve([{ id: 1 }]); }");
    expect((await sim.poll("thing")).items).toEqual([{ id: 1 }]);
  });

  test("fails the run when it is rejected", async () => {
    const sim = await simulateZap(
      "thing_poll: function () { return Promise.reject(new HaltedException('no')); }",
    );
    expect(await sim.poll("thing")).toMatchObject({ outcome: "halted", error: { message: "no" } });
  });

  test("changes the address, but the data that it gives is lost", async () => {
    const sim = await simulateZap(
      "thing_pre_poll: function (bundle) { return Promise.resolve({ url: 'https://a.example/b', method: 'POST', data: { c: 1 } }); }",
    );
    expect((await sim.poll("thing")).requests[0]).toMatchObject({
      url: "https://a.example/b",
      method: "POST",
      body: "{}",
    });
  });

  test("may hand a Promise to its callback", async () => {
    const sim = await simulateZap(
      "thing_poll: function (bundle, callback) { callback(null, Promise.resolve([{ id: 1 }])); }",
    );
    expect((await sim.poll("thing")).items).toEqual([{ id: 1 }]);
  });
});

test("custom fields that come by a Promise are none", async () => {
  const sim = await simulateZap(
    "thing_post_custom_trigger_fields: function () { return Promise.resolve([{ key: 'a' }]); }",
    { trigger: { custom_fields_url: "https://api.example.com/fields" } },
  );
  const { fields, error } = await sim.customFields({ trigger: "thing" });
  expect({ fields, error }).toEqual({ fields: [], error: undefined });
});
