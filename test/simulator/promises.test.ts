import { describe, expect, test } from "vitest";
import type { Problem } from "zapc/simulator";
import { simulateZap } from "./integration.ts";

function problem(message: string): Problem {
  const hint = "Return the result itself: `z.request` without a callback waits for its answer.";
  return { code: "promise", message, path: "", hint };
}

describe("a method that returns a Promise", () => {
  test("has its result awaited", async () => {
    const sim = await simulateZap("thing_poll: function () { return Promise.resolve([{ id: 1 }]); }");
    expect(await sim.poll("thing")).toMatchObject({ items: [{ id: 1 }], problems: [] });
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
    const { requests, problems } = await sim.poll("thing");
    expect(requests).toMatchObject([{ url: "https://a.example/b", method: "POST", body: "{}" }]);
    expect(problems).toEqual([
      problem("thing_pre_poll returned a promise: the platform loses the `data` and the `files` in it."),
    ]);
  });

  test("loses nothing of a request whose body it leaves as it is", async () => {
    const sim = await simulateZap(
      "thing_pre_poll: function (bundle) { bundle.request.params.a = 1; return Promise.resolve(bundle.request); }",
    );
    const { requests, problems } = await sim.poll("thing");
    expect(requests).toMatchObject([{ url: "https://api.example.com/things?a=1" }]);
    expect(problems).toEqual([]);
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
  const { fields, error, problems } = await sim.customFields({ trigger: "thing" });
  expect({ fields, error }).toEqual({ fields: [], error: undefined });
  expect(problems).toEqual([
    problem("thing_post_custom_trigger_fields returned a promise: the platform finds no fields in it."),
  ]);
});

test.each([
  ["thing_poll", "Promise.resolve([{ id: 1 }])", "Error"],
  ["thing_poll", "Promise.reject(new Error('late'))", "Error"],
  ["thing_pre_poll", "Promise.resolve({ url: 'https://a.example' })", undefined],
])("the legacy runtime does not wait for %s to return %s", async (method, returned, error) => {
  const sim = await simulateZap(`${method}: function () { return ${returned}; }`, { runtime: "legacy" });
  const run = await sim.poll("thing");
  expect(run.error?.name).toBe(error);
  expect(run.problems).toEqual([
    problem(`${method} returned a promise: the legacy runtime does not wait for it.`),
  ]);
});
