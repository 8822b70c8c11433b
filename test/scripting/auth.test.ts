import { expect, test } from "vitest";
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
  expect(requests.map(({ url }) => new URL(url).host)).toEqual(["data.example.com", "data.example.com"]);
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

test.each(["   ", "https://", "data..example.com", "me@example.com", "data example.com"])(
  "says that %j is no address",
  async (domain) => {
    const simulator = await held.connect({ ...account, domain });
    expect((await simulator.poll("new_dataset")).error).toMatchObject({
      name: "ErrorException",
      message: `"${domain}" is not the address of a portal. It looks like data.example.com.`,
    });
  },
);

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
  expect(held.portal.requests.map(({ query }) => Object.fromEntries(query).limit)).toEqual([
    "1",
    "100",
    "100",
  ]);
});
