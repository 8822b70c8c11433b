import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { Trigger } from "../../src/model/definitions.ts";
import { metadataWith, simulateZap } from "./integration.ts";

/** A server on loopback that answers with what it was asked. */
async function startEcho(): Promise<string> {
  const server = createServer((request, response) => {
    response.setHeader("Content-Type", "application/json");
    response.end(
      JSON.stringify([{ id: request.url, host: request.headers.host, agent: request.headers["user-agent"] }]),
    );
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("sends to url_base and shows the script and the record the address it asked for", async () => {
  const origin = await startEcho();
  const sim = await simulateZap(
    "thing_post_poll: function (bundle) { return [bundle.request.url].concat(z.JSON.parse(bundle.response.content)); }",
    {
      url_base: origin,
      trigger: { url: "https://api.example.com/v1/things?a=1" },
    },
  );
  const { items, requests } = await sim.poll("thing");
  expect(items).toEqual([
    "https://api.example.com/v1/things",
    { id: "/v1/things?a=1", host: origin.slice("http://".length), agent: "Zapier" },
  ]);
  expect(requests.map(({ url }) => url)).toEqual(["https://api.example.com/v1/things?a=1"]);
});

test("asks the network when there is neither a handler nor a url_base", async () => {
  const origin = await startEcho();
  const sim = await simulateZap("", { http: undefined, trigger: { url: `${origin}/things` } });
  expect((await sim.poll("thing")).items).toMatchObject([{ id: "/things" }]);
});

test("blocks the script while z.request is answered", async () => {
  const sim = await simulateZap(
    `thing_poll: function (bundle) {
      var first = z.request({ url: 'https://api.example.com/1' });
      return [{ id: z.request({ url: 'https://api.example.com/' + first.content }).content }];
    }`,
    { http: async ({ url }) => new Response(url.endsWith("/1") ? "2" : `asked ${url}`) },
  );
  expect((await sim.poll("thing")).items).toEqual([{ id: "asked https://api.example.com/2" }]);
});

test("records a request and its redirect, each with its answer", async () => {
  const sim = await simulateZap(
    "thing_poll: function (bundle) { return [{ id: z.request(bundle).content }]; }",
    {
      http: ({ url }) =>
        url.endsWith("/things")
          ? new Response(null, { status: 302, headers: { location: "/moved" } })
          : new Response("here"),
    },
  );
  const { items, requests } = await sim.poll("thing");
  expect(items).toEqual([{ id: "here" }]);
  expect(requests.map(({ url, response }) => [url, response?.status])).toEqual([
    ["https://api.example.com/things", 302],
    ["https://api.example.com/moved", 200],
  ]);
});

test("throws in z.request when the handler throws", async () => {
  const sim = await simulateZap(
    "thing_poll: function (bundle) { try { z.request(bundle); } catch (error) { return [{ id: error.message }]; } }",
    {
      http: () => {
        throw new Error("socket hang up");
      },
    },
  );
  expect((await sim.poll("thing")).items).toEqual([{ id: "socket hang up" }]);
});

test("sends the user name and password of an address as Basic authentication", async () => {
  const sim = await simulateZap("", { trigger: { url: "https://user:p%40ss@api.example.com/things" } });
  expect((await sim.poll("thing")).requests[0]).toMatchObject({
    url: "https://api.example.com/things",
    headers: { authorization: `Basic ${Buffer.from("user:p@ss").toString("base64")}` },
  });
});

test("an address with a broken user name, and one without a host, are errors of the run", async () => {
  const errorAt = async (url: string) => {
    const sim = await simulateZap(`thing_pre_poll: function () { return { url: '${url}' }; }`);
    return (await sim.poll("thing")).error;
  };
  expect(await errorAt("https://100%:x@api.example.com/")).toMatchObject({ name: "URIError" });
  expect(await errorAt("https://api example com/")).toMatchObject({ message: "Invalid URL" });
});

test("shows no password of an address in an error", async () => {
  const sim = await simulateZap(
    "thing_pre_poll: function () { return { url: 'https://ada:p4ssword@api.example.com/things' }; }",
    { http: () => new Response("none", { status: 404 }) },
  );
  const { error, requests } = await sim.poll("thing");
  expect(error?.message).toBe("The server returned 404 to https://api.example.com/things: none");
  expect(requests[0]?.headers.authorization).toBe("Basic YWRhOnA0c3N3b3Jk");
});

test("causes no warning of Node.js by many requests at once", async () => {
  const warnings: string[] = [];
  const hear = ({ message }: Error) => warnings.push(message);
  process.on("warning", hear);
  onTestFinished(() => void process.off("warning", hear));
  const sim = await simulateZap(
    `thing_poll: function (bundle, callback) {
      var left = 400;
      for (var i = 0; i < 400; i += 1) {
        z.request({ url: bundle.request.url + i }, function () { left -= 1; if (left === 0) { callback(null, []); } });
      }
    }`,
    { triggers: [{ ...metadataWith().triggers[0], key: "notified", type: "notification_hook" } as Trigger] },
  );
  expect((await sim.poll("thing")).requests).toHaveLength(400);
  const zap = await sim.turnOn("notified");
  const body = Array.from({ length: 12 }, (_, id) => ({ resource_url: `https://api.example.com/${id}` }));
  expect((await zap.hook({ body })).requests).toHaveLength(12);
  // A warning comes in a turn of its own.
  await new Promise((resolve) => setImmediate(resolve));
  expect(warnings).toEqual([]);
});
