import { describe, expect, test } from "vitest";
import { type Held, idsOf } from "../with-portal.ts";
import { alerts, news, withDraft } from "./alerts.ts";
import { turnedOn } from "./turned-on.ts";

const auth_fields = { domain: "data.example.com" };

/** The triggers that need an API key on any portal. */
const managing = ["dataset_status", "harvester_error", "new_feedback"];

/** An account without an API key, on a public portal. Every request is checked for a header: see `turnedOn`. */
export function withoutKey(held: Held): void {
  describe("without an API key, on a public portal", () => {
    test.each(alerts.filter(({ trigger }) => !managing.includes(trigger)))(
      "$name triggers once for what happens",
      async ({ trigger, trigger_fields, happens, gives }) => {
        withDraft(held);
        const zap = await turnedOn(held, trigger, trigger_fields, { auth_fields });
        expect(await zap.ids("2024-03-15T12:05:00Z")).toEqual([]);
        news[happens](held, "2024-03-15T12:10:00+00:00");
        expect(await zap.ids("2024-03-15T12:40:00Z")).toEqual([
          gives("2024-03-15T12:10:00+00:00", "2024-03-15T12:40:00.000Z"),
        ]);
        expect(await zap.ids("2024-03-15T12:55:00Z")).toEqual([]);
      },
    );

    test.each(alerts.filter(({ trigger }) => managing.includes(trigger)))(
      "$trigger says that it needs a key, and asks nothing",
      async ({ trigger, trigger_fields }) => {
        const platform = await held.platform(auth_fields);
        await platform.testAccount();
        const before = held.portal.requests.length;
        const zap = await platform.turnOn(trigger, { trigger_fields: { ...trigger_fields } });
        expect(zap.turnedOn).toMatchObject({
          outcome: "turned_off",
          error: {
            name: "ExpiredAuthException",
            message:
              "data.example.com needs an API key for this. Create a new one at " +
              "https://data.example.com/account/api-keys/ and connect the account again.",
          },
        });
        const managed = held.portal.requests
          .slice(before)
          .filter(({ path }) => path.includes("/automation/"));
        expect(managed).toEqual([]);
      },
    );

    test("a file of a dataset is downloaded, and the labels of a record's fields are left out", async () => {
      const platform = await held.platform(auth_fields);
      const { items } = await platform.poll("new_dataset", { trigger_fields: { search: "permis" } });
      expect(idsOf(items)).toEqual(["da_p3rm1t"]);
      const { csv } = items[0] as unknown as { csv: string };
      expect((await platform.hydrate(csv)).file).toMatchObject({ filename: "permis-de-construire.csv" });
      const fields = { dataset: "permis-de-construire" };
      const labels = await platform.customFields({ trigger: "new_record" }, { fields });
      expect(labels.fields).toEqual([]);
      expect(held.portal.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
    });

    test("a portal that is closed to visitors later turns the Zap off, and says why", async () => {
      const zap = await turnedOn(held, "new_dataset", {}, { auth_fields });
      held.portal.closeToVisitors();
      expect(await zap.message("2024-03-15T12:30:00Z")).toBe(
        "data.example.com needs an API key for this. Create a new one at " +
          "https://data.example.com/account/api-keys/ and connect the account again.",
      );
      expect(zap.isLive()).toBe(false);
    });
  });
}
