import { afterEach, beforeEach, expect, test } from "vitest";
import { type Storage, startStorage, storage_secret } from "./storage.ts";

let storage: Storage;

beforeEach(async () => {
  storage = await startStorage();
});

afterEach(() => storage.close());

async function asked(values?: object, secret = storage_secret) {
  const address = `${storage.url}/api/records?secret=${secret}`;
  const response = await fetch(address, values ? { method: "POST", body: JSON.stringify(values) } : {});
  return { status: response.status, body: await response.json() };
}

test("values are merged into the store, and read again", async () => {
  expect(await asked()).toEqual({ status: 200, body: {} });
  await asked({ one: "1", two: "2" });
  await asked({ two: "two" });
  expect((await asked()).body).toEqual({ one: "1", two: "two" });
  expect(storage.requests).toEqual(["GET", "POST", "POST", "GET"]);
});

test("a store has room for 500 keys of 2,500 bytes", async () => {
  const keys = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`key-${index}`, "x"]));
  expect((await asked(keys(500))).status).toBe(201);
  expect((await asked(keys(501))).status).toBe(400);
  expect((await asked({ "key-0": "é".repeat(1249) })).status).toBe(201);
  expect((await asked({ "key-0": "é".repeat(1250) })).status).toBe(400);
});

test("another secret is refused, and a store that is out of order answers nothing else", async () => {
  expect((await asked(undefined, "other")).status).toBe(401);
  storage.failing = 503;
  expect((await asked()).status).toBe(503);
  storage.failing = undefined;
  expect((await asked()).status).toBe(200);
});
