import { expect, test } from "vitest";
import { simulateZap } from "./integration.ts";

test("runs from the prepared request to the shaped items and records what happens", async () => {
  const sim = await simulateZap(
    `get_session_info: function (bundle) {
      return { token: z.request({ url: 'https://api.example.com/token', method: 'POST', data: 'key=' + bundle.auth_fields.api_key }).content };
    },
    thing_pre_poll: function (bundle) {
      bundle.request.params.limit = 2;
      return bundle.request;
    },
    thing_post_poll: function (bundle) {
      console.log('got %d bytes', bundle.response.content.length);
      return z.JSON.parse(bundle.response.content).things;
    }`,
    {
      http: (request) =>
        request.url.endsWith("/token") ? new Response("t1") : Response.json({ things: [{ id: 7 }] }),
    },
  );
  expect(await sim.poll("thing")).toEqual({
    outcome: "succeeded",
    items: [{ id: 7 }],
    problems: [],
    requests: [
      {
        by: "script",
        script_method: "get_session_info",
        method: "POST",
        url: "https://api.example.com/token",
        headers: {},
        body: "key=key",
        response: { status: 200, headers: { "content-type": "text/plain;charset=UTF-8" }, body: "t1" },
      },
      {
        by: "platform",
        method: "GET",
        url: "https://api.example.com/things?limit=2",
        headers: {
          Accept: "application/json",
          "Content-Type": "application/json; charset=utf-8",
          "X-Token": "t1",
          "accept-encoding": "gzip,deflate",
          "user-agent": "Zapier",
        },
        body: null,
        response: {
          status: 200,
          headers: { "content-type": "application/json" },
          body: '{"things":[{"id":7}]}',
        },
      },
    ],
    logs: [{ level: "log", text: "got 21 bytes", method: "thing_post_poll" }],
  });
});

test("says what the server answered when it answers with an error", async () => {
  const sim = await simulateZap("thing_post_poll: function () { throw new Error('hidden'); }", {
    http: () => new Response("no such table", { status: 404 }),
  });
  const run = await sim.poll("thing");
  expect(run.items).toEqual([]);
  expect(run.error).toEqual({
    name: "ResponseError",
    message: "The server returned 404 to https://api.example.com/things: no such table",
  });
});

test("says which method returned nothing and what it should return", async () => {
  const sim = await simulateZap("thing_pre_poll: function () {}");
  expect((await sim.poll("thing")).error).toEqual({
    name: "TypeError",
    message: "Cannot read properties of undefined (reading 'files')",
    method: "thing_pre_poll",
    hint: "thing_pre_poll returned undefined: return bundle.request, or the part of a request that changes.",
  });
});

test("says that no answer came", async () => {
  const sim = await simulateZap("", {
    http: () => {
      throw new Error("connect ECONNREFUSED");
    },
  });
  const { error, requests } = await sim.poll("thing");
  expect(error).toEqual({
    name: "RequestError",
    message: "GET https://api.example.com/things got no answer: connect ECONNREFUSED",
  });
  expect(requests[0]).toMatchObject({ by: "platform", failure: "connect ECONNREFUSED" });
});

test.each([
  [null, "null"],
  ["no route", "no route"],
  [{}, "undefined"],
])("says that no answer came when the handler throws %j", async (thrown, text) => {
  const sim = await simulateZap("", {
    http: () => {
      throw thrown;
    },
  });
  expect((await sim.poll("thing")).error).toEqual({
    name: "RequestError",
    message: `GET https://api.example.com/things got no answer: ${text}`,
  });
});

test("gives up a request that is not answered in time", async () => {
  const sim = await simulateZap("", { http: () => new Promise(() => {}), time_limit: 300 });
  expect((await sim.poll("thing")).error).toEqual({
    name: "RequestError",
    message: "GET https://api.example.com/things got no answer: more than 0.3 s have passed.",
  });
});

test("tells scripting why the platform asks", async () => {
  const sim = await simulateZap(
    "thing_poll: function (bundle) { return [{ meta: bundle.meta, zap: bundle.zap }]; }",
  );
  const ordinary = await sim.poll("thing");
  expect(ordinary.items).toEqual([
    {
      meta: {
        auth_test: false,
        frontend: false,
        prefill: false,
        hydrate: true,
        test_poll: false,
        standard_poll: true,
        first_poll: false,
        limit: -1,
        page: 0,
        isBulkRead: false,
      },
      zap: { id: 0 },
    },
  ]);
  const zap = { id: 5, user: { timezone: "Europe/Paris" } };
  const sampling = await sim.poll("thing", { meta: { frontend: true, limit: 3 }, zap });
  expect(sampling.items).toEqual([{ meta: expect.objectContaining({ frontend: true, limit: 3 }), zap }]);
});

test("polls one after the other when asked at once", async () => {
  const sim = await simulateZap("get_session_info: function () { console.log('connects'); return {}; }");
  const runs = await Promise.all([sim.poll("thing"), sim.poll("thing")]);
  expect(runs.map(({ logs }) => logs.length)).toEqual([1, 0]);
});
