import { afterEach, beforeEach, expect, test } from "vitest";
import { get, getWithKey } from "./get.ts";
import { type Portal, startPortal } from "./index.ts";

const BUDGET = "/catalog/datasets/city-budget/records";

let portal: Portal;

beforeEach(async () => {
  portal = await startPortal({ api_key: "secret-key" });
});

afterEach(() => portal.close());

test("requests are kept as they arrived, until they are forgotten", async () => {
  await get(portal, BUDGET, { where: ["`year` = 2022", 'chapter = "Parks & gardens"'] });
  await getWithKey(portal, "/catalog/datasets", "secret-key");
  expect(portal.requests).toMatchObject([
    {
      method: "GET",
      path: `/api/explore/v2.1${BUDGET}`,
      query: [
        ["where", "`year` = 2022"],
        ["where", 'chapter = "Parks & gardens"'],
      ],
    },
    {
      path: "/api/explore/v2.1/catalog/datasets",
      query: [],
      headers: { authorization: "Apikey secret-key" },
    },
  ]);
  portal.requests.length = 0;
  await get(portal, "/catalog/datasets");
  expect(portal.requests).toHaveLength(1);
});
