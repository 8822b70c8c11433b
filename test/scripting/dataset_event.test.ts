import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { simulate } from "zapc/simulator";
import { account, idsOf, withPortal } from "./portal-simulator.ts";

const held = withPortal();

/** A publishing pipeline that takes subscriptions: what it was sent, and how it answers. */
const pipeline = {
  url: "",
  requests: [] as object[],
  status: 201,
  answer: {} as object,
  server: undefined as unknown as Server,
};

beforeAll(async () => {
  pipeline.server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const body = await text(request);
    pipeline.requests.push({
      method,
      url,
      authorization: headers.authorization,
      ...(body && { body: JSON.parse(body) }),
    });
    response.writeHead(pipeline.status, { "Content-Type": "application/json" });
    response.end(JSON.stringify(pipeline.answer));
  });
  await new Promise<void>((resolve) => pipeline.server.listen(0, "127.0.0.1", resolve));
  pipeline.url = `http://127.0.0.1:${(pipeline.server.address() as AddressInfo).port}/subscriptions`;
});

beforeEach(() => {
  Object.assign(pipeline, { requests: [], status: 201, answer: { id: 81 } });
});

afterAll(() => {
  pipeline.server.close();
  pipeline.server.closeAllConnections();
});

/** A Zap that is on; the portal and the pipeline are reached where they are. */
async function turnedOn(trigger_fields: object = {}) {
  const http = (request: Request) => {
    const url = new URL(request.url);
    const target =
      url.host === "data.example.com" ? `${held.portal.url}${url.pathname}${url.search}` : request.url;
    return fetch(new Request(target, request));
  };
  const simulator = await simulate({
    script: "dist/zap.js",
    metadata: "dist/metadata.json",
    auth_fields: account,
    http,
  });
  const zap = await simulator.turnOn("dataset_event", {
    trigger_fields: { subscriptions_url: `${pipeline.url}/`, ...trigger_fields },
    target_url: "https://hooks.example.com/1/abc",
  });
  return { simulator, zap };
}

const published = {
  event: "published",
  dataset_id: "city-budget",
  title: "City budget",
  at: "2024-03-15T12:00:00Z",
};

test("subscribes where the user says, without the portal's key, and unsubscribes there", async () => {
  const { simulator, zap } = await turnedOn({ dataset: "city-budget" });
  expect(zap.turnedOn.error).toBeUndefined();
  expect(zap.subscribe_data).toEqual({ id: "81" });
  await zap.turnOff();
  await simulator.close();
  expect(pipeline.requests).toEqual([
    {
      method: "POST",
      url: "/subscriptions",
      authorization: "none",
      body: { target_url: "https://hooks.example.com/1/abc", event: "dataset", dataset: "city-budget" },
    },
    { method: "DELETE", url: "/subscriptions/81", authorization: "none" },
  ]);
});

test("a hook triggers for each event in it, and for those of the chosen dataset only", async () => {
  const { simulator, zap } = await turnedOn({ dataset: "city-budget" });
  expect((await zap.hook({ body: published })).items).toEqual([
    {
      id: "city-budget:published:2024-03-15T12:00:00Z",
      ...published,
      url: "https://data.example.com/explore/dataset/city-budget/",
    },
  ]);
  const other = { ...published, dataset_id: "trees" };
  const later = { ...published, at: "2024-03-15T13:00:00Z" };
  expect(idsOf((await zap.hook({ body: [other, later] })).items)).toEqual([
    "city-budget:published:2024-03-15T13:00:00Z",
  ]);
  expect((await zap.hook({ body: { ping: true } })).items).toEqual([]);
  await simulator.close();
});

test.each([
  ["while the portal is down", () => held.portal.break("502")],
  ["when the quota is used up", () => held.portal.exhaustQuota({ reset_time: "2024-03-16T00:00:00Z" })],
  ["when the key was revoked", () => held.portal.revokeKey()],
])("a hook triggers %s, too: the portal is not asked", async (_, spoil) => {
  const { simulator, zap } = await turnedOn();
  spoil();
  const run = await zap.hook({ body: published });
  expect(run.error).toBeUndefined();
  expect(run.items).toHaveLength(1);
  expect(run.requests).toEqual([]);
  await simulator.close();
});

test("a hook that is sent twice triggers twice", async () => {
  const { simulator, zap } = await turnedOn();
  await zap.hook({ body: published });
  expect((await zap.hook({ body: published })).items).toHaveLength(1);
  await simulator.close();
});

test.each([
  [502, { message: "Bad gateway" }],
  [403, { message: "No more subscriptions" }],
  [201, {}],
])("is not turned on when the pipeline answers %i with %j", async (status, answer) => {
  Object.assign(pipeline, { status, answer });
  const { simulator, zap } = await turnedOn();
  expect(zap.live).toBe(false);
  expect(zap.turnedOn.error).toMatchObject({
    name: "ErrorException",
    message: `${pipeline.url} did not take the subscription (status ${status}): the answer must have an "id".`,
  });
  await simulator.close();
});

test("the editor's samples have the shape of a hook's items", async () => {
  const simulator = await held.connect();
  const { items } = await simulator.poll("dataset_event", {
    trigger_fields: { subscriptions_url: pipeline.url },
    meta: { frontend: true },
  });
  expect(items).toHaveLength(3);
  expect(items[0]).toEqual({
    id: expect.stringMatching(/:published:/),
    event: "published",
    dataset_id: expect.any(String),
    title: expect.any(String),
    at: expect.any(String),
    url: expect.stringMatching(/^https:\/\/data\.example\.com\/explore\/dataset\//),
  });
});
