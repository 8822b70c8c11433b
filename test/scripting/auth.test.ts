import { describe, expect, test } from "vitest";
import { account } from "../platform/world.ts";
import { withPortal } from "./with-portal.ts";

const held = withPortal();

test.each([
  "data.example.com",
  "https://data.example.com",
  "http://data.example.com/",
  " HTTPS://Data.Example.com/explore/?sort=modified#top ",
  "data.example.com.",
  "data.example.com//",
])("takes %j for the portal data.example.com", async (domain) => {
  const simulator = await held.connect({ ...account, domain });
  const { error, requests } = await simulator.poll("new_dataset");
  expect(error).toBeUndefined();
  expect(requests.map(({ url }) => new URL(url).host)).toEqual(Array(3).fill("data.example.com"));
  expect((await simulator.testAccount()).label).toBe("data.example.com");
});

test.each([
  ["example", "example.opendatasoft.com"],
  ["localhost:8443", "localhost:8443"],
  ["données.example", "données.example"],
])("takes %j for the portal %s", async (domain, label) => {
  const simulator = await held.connect({ ...account, domain });
  expect((await simulator.testAccount()).label).toBe(label);
});

test.each([
  ...["   ", "https://", "data..example.com", "me@example.com", "data example.com"],
  ...[
    "data,example.com",
    "data.example.com;",
    "data.example.com:port",
    "data.example.com, other.example.com",
  ],
  ...["{{domain}}", "data.example.com'", "<data.example.com>"],
])("says that %j is no address", async (domain) => {
  const simulator = await held.connect({ ...account, domain });
  expect((await simulator.poll("new_dataset")).error).toMatchObject({
    name: "ErrorException",
    message: `"${domain}" is not the address of a portal. It looks like data.example.com.`,
  });
});

test.each([
  "Apikey secret-key",
  "apikey  secret-key",
  "Authorization: Apikey secret-key",
  "APIKEY: secret-key",
])("takes %j for the key that is in it", async (api_key) => {
  const simulator = await held.connect({ ...account, api_key });
  const { error, requests } = await simulator.poll("new_dataset");
  expect(error).toBeUndefined();
  for (const { headers } of requests) expect(headers.Authorization).toBe("Apikey secret-key");
});

describe("a public portal", () => {
  test.each([{}, { api_key: "" }, { api_key: "  " }])("needs no key: %j", async (key) => {
    const simulator = await held.connect({ domain: "data.example.com", ...key });
    const { error, items } = await simulator.poll("new_dataset");
    expect(error).toBeUndefined();
    expect(items).toHaveLength(6);
    expect(await simulator.testAccount()).toMatchObject({ valid: true, label: "data.example.com" });
    for (const { headers, path } of held.portal.requests) {
      expect(headers).not.toHaveProperty("authorization");
      expect(path).not.toContain("/automation/");
    }
  });

  test("refuses a wrong key when the account is connected, even if it shows its catalog whatever the key", async () => {
    held.portal.ignoreKeys();
    const simulator = await held.connect({ ...account, api_key: "wrong" });
    expect((await simulator.poll("new_dataset")).error).toMatchObject({
      name: "ExpiredAuthException",
      method: "get_session_info",
      message:
        "data.example.com does not accept this API key. Create a new one at " +
        "https://data.example.com/account/api-keys/ and connect the account again.",
    });
  });

  test("takes a right key whose owner may not manage it, or whose plan has no such API", async () => {
    held.portal.management.permissions = [];
    expect((await (await held.connect()).testAccount()).valid).toBe(true);
    held.portal.break("502", { path: /automation/ });
    expect((await (await held.connect()).testAccount()).valid).toBe(true);
    held.portal.break({ status: 404, body: "<html>Not found</html>" }, { path: /automation/ });
    expect((await (await held.connect()).testAccount()).valid).toBe(true);
  });
});

test("a portal that is not public asks for a key when the account is connected", async () => {
  held.portal.closeToVisitors();
  const simulator = await held.connect({ domain: "data.example.com" });
  expect((await simulator.poll("new_dataset")).error).toMatchObject({
    name: "ExpiredAuthException",
    method: "get_session_info",
    message:
      "data.example.com needs an API key for this. Create a new one at " +
      "https://data.example.com/account/api-keys/ and connect the account again.",
  });
});

test("sends the key in the header of every request, and nowhere else", async () => {
  const simulator = await held.connect({ ...account, api_key: " secret-key " });
  const { requests } = await simulator.poll("new_dataset");
  for (const { headers, url } of requests) {
    expect(headers.Authorization).toBe("Apikey secret-key");
    expect(url).not.toContain("secret-key");
  }
});

test("checks the key once, and again only after a 401", async () => {
  const simulator = await held.connect();
  await simulator.poll("new_dataset");
  await simulator.poll("new_dataset");
  expect(held.portal.requests.map(({ path, query }) => `${path} ${Object.fromEntries(query).limit}`)).toEqual(
    [
      "/api/explore/v2.1/catalog/datasets 1",
      "/api/automation/v1.0/datasets/ 1",
      "/api/explore/v2.1/catalog/datasets 100",
      "/api/explore/v2.1/catalog/datasets 100",
    ],
  );
});
