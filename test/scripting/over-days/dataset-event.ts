import { describe, expect, test } from "vitest";
import { account, subscriptions_url } from "../../platform/world.ts";
import { type Held, idsOf } from "../with-portal.ts";

const target_url = "https://hooks.example.com/1/abc";

const published = {
  event: "published",
  dataset_id: "city-budget",
  title: "City budget",
  at: "2024-03-15T12:00:00Z",
};

/** The hooks of a pipeline, which the platform does not tell apart: what is sent twice triggers twice. */
export function datasetEvent(held: Held): void {
  const on = async (trigger_fields: object = {}) => {
    const platform = await held.platform();
    return platform.turnOn("dataset_event", {
      trigger_fields: { subscriptions_url: `${subscriptions_url}/`, ...trigger_fields },
      target_url,
    });
  };

  describe("dataset_event over some days", () => {
    test("subscribes where the user says, without the portal's key, and unsubscribes there", async () => {
      const zap = await on({ dataset: "city-budget" });
      expect(zap.turnedOn.error).toBeUndefined();
      expect(zap.subscribe_data).toEqual({ id: "81" });
      expect((await zap.turnOff()).error).toBeUndefined();
      expect(zap.live).toBe(false);
      const [subscription, unsubscription] = held.pipeline.requests;
      expect(subscription).toMatchObject({ method: "POST", path: "/subscriptions" });
      expect(JSON.parse(String(subscription?.body))).toEqual({
        target_url,
        event: "dataset",
        dataset: "city-budget",
      });
      expect(unsubscription).toMatchObject({ method: "DELETE", path: "/subscriptions/81", body: "" });
      expect(held.pipeline.requests.map(({ headers }) => headers.authorization)).toEqual(["none", "none"]);
      expect(JSON.stringify(held.pipeline.requests)).not.toContain(account.api_key);
    });

    test("a hook triggers for each event in it, and for those of the chosen dataset only", async () => {
      const zap = await on({ dataset: "city-budget" });
      expect((await zap.hook({ body: published })).items).toEqual([
        {
          id: "city-budget:published:2024-03-15T12:00:00Z",
          ...published,
          url: "https://data.example.com/explore/dataset/city-budget/",
        },
      ]);
      const other = { ...published, dataset_id: "trees" };
      const later = { ...published, at: "2024-03-15T13:00:00Z" };
      held.at("2024-03-16T12:00:00Z");
      expect(idsOf((await zap.hook({ body: [other, later] })).items)).toEqual([
        "city-budget:published:2024-03-15T13:00:00Z",
      ]);
      expect((await zap.hook({ body: { ping: true } })).items).toEqual([]);
    });

    test.each([
      ["while the portal is down", () => held.portal.break("502")],
      ["when the quota is used up", () => held.portal.exhaustQuota({ reset_time: "2024-03-16T00:00:00Z" })],
      ["when the key was revoked", () => held.portal.revokeKey()],
    ])("a hook triggers %s, too: the portal is not asked", async (_, spoil) => {
      const zap = await on();
      spoil();
      held.portal.requests.length = 0;
      held.at("2024-03-15T15:00:00Z");
      const run = await zap.hook({ body: published });
      expect(run.error).toBeUndefined();
      expect(run.items).toHaveLength(1);
      expect(held.portal.requests).toEqual([]);
      expect(zap.live).toBe(true);
    });

    test("a hook that is sent twice triggers twice", async () => {
      const zap = await on();
      expect((await zap.hook({ body: published })).items).toHaveLength(1);
      expect((await zap.hook({ body: published })).items).toHaveLength(1);
    });

    test.each([
      [502, { message: "Bad gateway" }],
      [403, { message: "No more subscriptions" }],
      [201, {}],
    ])("is not turned on when the pipeline answers %i with %j", async (status, body) => {
      held.pipeline.answer = { status, body };
      const zap = await on();
      expect(zap.live).toBe(false);
      expect(zap.turnedOn.error).toMatchObject({
        name: "ErrorException",
        message: `${subscriptions_url} did not take the subscription (status ${status}): the answer must have an "id".`,
      });
    });
  });
}
