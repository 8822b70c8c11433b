import { afterEach, beforeEach, expect, test } from "vitest";
import { type Portal, startPortal } from "./index.ts";

let portal: Portal;

beforeEach(async () => {
  portal = await startPortal();
});

afterEach(() => portal.close());

async function push(record: object, { pushkey = "push-key", method = "POST" } = {}) {
  const address = `${portal.url}/api/push/1.0/qualite-de-lair-temps-reel/mesures/push/?pushkey=${pushkey}`;
  const response = await fetch(address, {
    method,
    ...(method === "POST" && { body: JSON.stringify(record) }),
  });
  return { status: response.status, body: await response.json() };
}

test("a record that is pushed is in the dataset", async () => {
  expect(await push({ station: "Gare", no2: 12 })).toEqual({ status: 200, body: { status: "OK" } });
  expect(portal.datasets[0]?.records.at(-1)).toEqual({ station: "Gare", no2: 12 });
});

test("another key, another field and another method are refused", async () => {
  expect(await push({ no2: 12 }, { pushkey: "other" })).toMatchObject({ status: 403 });
  expect(await push({ ozone: 12 })).toEqual({
    status: 400,
    body: { error_code: "validation_error", message: "There is no field ozone." },
  });
  expect(await push({}, { method: "GET" })).toMatchObject({ status: 405 });
  expect(portal.datasets[0]?.records).toHaveLength(6);
});
