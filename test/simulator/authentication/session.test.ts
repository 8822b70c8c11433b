import { expect, test } from "vitest";
import { simulateZap } from "../integration.ts";

const countedSession = `get_session_info: function (bundle) {
  return { token: (bundle.auth_fields.token || '') + 'x' };
}`;

test("connects once and keeps the session for later polls", async () => {
  const sim = await simulateZap(countedSession);
  await sim.poll("thing");
  const { requests } = await sim.poll("thing");
  expect(requests.map(({ headers }) => headers["X-Token"])).toEqual(["x"]);
});

test("repeats the call once after a 401, pre_poll included", async () => {
  const sim = await simulateZap(
    `${countedSession}, thing_pre_poll: function (bundle) { console.log(bundle.auth_fields.token); return bundle.request; }`,
    {
      http: (request) =>
        request.headers.get("x-token") === "xx"
          ? Response.json([{ id: 1 }])
          : Response.json({}, { status: 401 }),
    },
  );
  const { items, requests, logs } = await sim.poll("thing");
  expect(items).toEqual([{ id: 1 }]);
  expect(requests.map(({ response }) => response?.status)).toEqual([401, 200]);
  expect(logs.map(({ text }) => text)).toEqual(["x", "xx"]);
});

test("repeats the call once after an InvalidSessionException of poll", async () => {
  const sim = await simulateZap(
    `${countedSession}, thing_poll: function (bundle) {
      if (bundle.auth_fields.token === 'x') { throw new InvalidSessionException(); }
      return [{ id: bundle.auth_fields.token }];
    }`,
  );
  expect((await sim.poll("thing")).items).toEqual([{ id: "xx" }]);
});

test("gives up when the renewed session is refused too", async () => {
  const sim = await simulateZap(countedSession, { http: () => new Response("", { status: 401 }) });
  const { error, requests } = await sim.poll("thing");
  expect(requests).toHaveLength(2);
  expect(error).toEqual({
    name: "InvalidSessionException",
    message: "The server returned 401 to https://api.example.com/things: the session is not valid.",
  });
});

test("asks once when there is no get_session_info", async () => {
  const sim = await simulateZap("", { http: () => new Response("", { status: 401 }) });
  expect((await sim.poll("thing")).requests).toHaveLength(1);
});

test("names get_session_info when it fails", async () => {
  const sim = await simulateZap(
    "get_session_info: function () { throw new ExpiredAuthException('Wrong key'); }",
  );
  expect((await sim.poll("thing")).error).toMatchObject({
    name: "ExpiredAuthException",
    message: "Wrong key",
    method: "get_session_info",
  });
});

test("wants an object from get_session_info", async () => {
  const sim = await simulateZap("get_session_info: function () { return 'token'; }");
  expect((await sim.poll("thing")).error).toEqual({
    name: "TypeError",
    message: 'get_session_info returned "token", and must return an object.',
    method: "get_session_info",
  });
});
