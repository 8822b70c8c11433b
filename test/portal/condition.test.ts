import { request } from "node:https";
import { generate } from "selfsigned";
import { afterEach, describe, expect, test } from "vitest";
import { get, getWithKey, urlOf } from "./get.ts";
import { type Portal, startPortal } from "./index.ts";

const DATASETS = "/catalog/datasets";
const wrong_key = { status: 401, body: { message: "Invalid API key", error_code: "Unauthorized" } };

let portal: Portal;

afterEach(() => portal.close());

describe("a key", () => {
  test("is taken from the header or from the query", async () => {
    portal = await startPortal({ api_key: "secret-key" });
    expect(await getWithKey(portal, DATASETS, "secret-key")).toMatchObject({ status: 200 });
    expect(await get(portal, DATASETS, { apikey: "secret-key" })).toMatchObject({ status: 200 });
    expect(await getWithKey(portal, DATASETS, "other")).toMatchObject(wrong_key);
    expect(await get(portal, DATASETS, { apikey: "other" })).toMatchObject(wrong_key);
    expect(await get(portal, DATASETS, { apikey: "" })).toMatchObject(wrong_key);
  });

  test("in another scheme of authorization is wrong", async () => {
    portal = await startPortal({ api_key: "secret-key" });
    const headers = { Authorization: "Bearer secret-key" };
    expect(await fetch(urlOf(portal, DATASETS, {}), { headers })).toMatchObject({ status: 401 });
  });

  test("is needed on a portal that is not public", async () => {
    portal = await startPortal({ api_key: "secret-key", public: false });
    const message = "Authentication is required to access this portal";
    expect(await get(portal, DATASETS)).toMatchObject({
      status: 401,
      body: { message, error_code: "Unauthorized" },
    });
    expect(await getWithKey(portal, DATASETS, "secret-key")).toMatchObject({ status: 200 });
  });

  test("is wrong where the portal knows none", async () => {
    portal = await startPortal();
    expect(await get(portal, DATASETS)).toMatchObject({ status: 200 });
    expect(await getWithKey(portal, DATASETS, "undefined")).toMatchObject(wrong_key);
  });

  test("is wrong once it is revoked, and right again on a mended portal", async () => {
    portal = await startPortal({ api_key: "secret-key" });
    portal.revokeKey();
    expect(await getWithKey(portal, DATASETS, "secret-key")).toMatchObject(wrong_key);
    expect(await get(portal, DATASETS)).toMatchObject({ status: 200 });
    portal.mend();
    expect(await getWithKey(portal, DATASETS, "secret-key")).toMatchObject({ status: 200 });
  });
});

describe("a key on a portal that ignores keys", () => {
  test("does not matter to the Explore API, and does to the Automation API", async () => {
    portal = await startPortal({ api_key: "secret-key" });
    portal.ignoreKeys();
    expect(await getWithKey(portal, DATASETS, "other")).toMatchObject({ status: 200 });
    const headers = { Authorization: "Apikey other" };
    const managed = await fetch(`${portal.url}/api/automation/v1.0/datasets/`, { headers });
    expect(managed.status).toBe(401);
    portal.mend();
    expect(await getWithKey(portal, DATASETS, "other")).toMatchObject(wrong_key);
  });

  test("is needed once the portal is closed to visitors", async () => {
    portal = await startPortal({ api_key: "secret-key" });
    portal.closeToVisitors();
    expect(await get(portal, DATASETS)).toMatchObject({ status: 401 });
    expect(await getWithKey(portal, DATASETS, "secret-key")).toMatchObject({ status: 200 });
    portal.mend();
    expect(await get(portal, DATASETS)).toMatchObject({ status: 200 });
  });
});

describe("the quota", () => {
  const limits = (headers: Headers) => [
    headers.get("x-ratelimit-limit"),
    headers.get("x-ratelimit-remaining"),
    headers.get("x-ratelimit-reset"),
  ];

  test("is told with each answer", async () => {
    portal = await startPortal();
    await get(portal, DATASETS);
    expect(limits((await get(portal, DATASETS)).headers)).toEqual(["10000", "9998", "2024-03-16T00:00:00Z"]);
  });

  test("is 429 in a shape of its own when it is used up", async () => {
    portal = await startPortal();
    portal.exhaustQuota({ reset_time: "2024-03-17T00:00:00Z" });
    const { status, headers, body } = await get(portal, DATASETS);
    expect(status).toBe(429);
    expect(limits(headers)).toEqual(["10000", "0", "2024-03-17T00:00:00Z"]);
    expect(body).toEqual({
      errorcode: 10002,
      reset_time: "2024-03-17T00:00:00Z",
      limit_time_unit: "day",
      call_limit: 10000,
      error: "Too many requests on the domain. Please contact the domain administrator.",
    });
    portal.mend();
    expect(await get(portal, DATASETS)).toMatchObject({ status: 200 });
  });
});

describe("a broken portal", () => {
  test.each([
    ["html", 200],
    ["login", 200],
    ["502", 502],
  ] as const)("answers a page for %s", async (failure, status) => {
    portal = await startPortal();
    portal.break(failure);
    const response = await fetch(urlOf(portal, DATASETS, {}));
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await response.text()).toMatch(/<html>/u);
  });

  test("answers nothing, or half of what it has to say", async () => {
    portal = await startPortal();
    const whole = await (await fetch(urlOf(portal, DATASETS, {}))).text();
    portal.break("empty");
    expect(await (await fetch(urlOf(portal, DATASETS, {}))).text()).toBe("");
    portal.break("cut-off");
    expect(whole.startsWith(await (await fetch(urlOf(portal, DATASETS, {}))).text())).toBe(true);
    portal.break("torn");
    const response = await fetch(urlOf(portal, DATASETS, {}));
    await expect(response.text()).rejects.toThrow(new TypeError("terminated"));
  });

  test("answers what a test wants", async () => {
    portal = await startPortal();
    portal.break({ status: 418, body: { message: "I'm a teapot." } });
    expect(await get(portal, DATASETS)).toMatchObject({ status: 418, body: { message: "I'm a teapot." } });
    portal.break({ status: 200, body: "[" });
    expect(await (await fetch(urlOf(portal, DATASETS, {}))).text()).toBe("[");
  });

  test("may fail for some requests only", async () => {
    portal = await startPortal();
    portal.break("502", { method: "GET", path: /\/facets$/u });
    expect((await fetch(urlOf(portal, DATASETS, {}))).status).toBe(200);
    expect((await fetch(urlOf(portal, "/catalog/facets", {}))).status).toBe(502);
  });

  test("hangs up, until it is mended", async () => {
    portal = await startPortal();
    portal.break("hang-up");
    await expect(fetch(urlOf(portal, DATASETS, {}))).rejects.toThrow(new TypeError("fetch failed"));
    expect(portal.requests).toHaveLength(1);
    portal.mend();
    expect(await get(portal, DATASETS)).toMatchObject({ status: 200 });
  });
});

describe("a mistake in the data", () => {
  const expectFault = async (path: string, message: string) => {
    const body = { message, error_code: "StandInFault" };
    expect(await get(portal, path)).toMatchObject({ status: 500, body });
    await expect(portal.close()).rejects.toThrow(message);
    portal = await startPortal();
  };

  test("is 500, and fails the test that closes the portal: a shape that the API does not have", async () => {
    portal = await startPortal();
    Object.assign(portal.datasets[0] ?? {}, { dataset_uid: 7 });
    const shape = "Failed to answer in the shape of datasets-answer.schema.json";
    await expectFault(DATASETS, `${shape}: /results/0/dataset_uid must be string`);
  });

  test("likewise a record with a value that is no field's", async () => {
    portal = await startPortal();
    Object.assign(portal.datasets[0]?.records[0] ?? {}, { nox: 3 });
    const path = `${DATASETS}/qualite-de-lair-temps-reel/records`;
    await expectFault(path, "Failed to read a record of qualite-de-lair-temps-reel: no field is named nox");
  });
});

test("with tls there is an https listener beside the http one", async () => {
  const { private: key, cert } = await generate([{ name: "commonName", value: "127.0.0.1" }], {
    extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] }],
  });
  portal = await startPortal({ tls: { key, cert } });
  const body = await getSecurely(
    `${portal.https_url}/api/explore/v2.1/catalog/datasets/city-budget?include_links=true`,
    cert,
  );
  expect(JSON.parse(body)._links[0].href).toBe(
    `${portal.https_url}/api/explore/v2.1/catalog/datasets/city-budget`,
  );
  expect(await get(portal, DATASETS)).toMatchObject({ status: 200 });
});

test("without tls there is none", async () => {
  portal = await startPortal();
  expect(portal.https_url).toBeUndefined();
});

function getSecurely(url: string, certificate: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = request(url, { ca: certificate }, async (response) => {
      resolve((await response.toArray()).join(""));
    });
    call.on("error", reject).end();
  });
}
