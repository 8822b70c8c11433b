import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Metadata } from "../../../src/model/definitions.ts";
import { largeDataset, manyDatasets } from "../../portal/large-data.ts";
import { type Held, idsOf } from "../with-portal.ts";
import { alerts, news, withDraft } from "./alerts.ts";

/** zap.js and metadata.json of version 1.1.0, which live Zaps were turned on with. */
const previous = "test/scripting/previous";

const air = "qualite-de-lair-temps-reel";
const permits = "permis-de-construire";
const readings = { dataset: air, order_by: "measured_at" };

/** Other ways to fill in the fields of the previous version. */
const otherFields: readonly [trigger: string, trigger_fields: object][] = [
  ["new_dataset", { theme: "Environnement", language: "fr" }],
  ["new_dataset", { keyword: "finance", publisher: "Rochebrune Métropole", event: "changed" }],
  ["new_record", readings],
  ["new_record", { ...readings, id_fields: ["station", " measured_at"], filter: "no2 > 10 or no2 < 200" }],
  ["new_record", { ...readings, area: "45.7583, 4.8422, 100m", facets: ["station:Port de l'Île"] }],
  ["dataset_not_updated", { minutes: 30, already_stale: "alert" }],
  ["dataset_not_updated", { minutes: 30, theme: "Environnement" }],
  ["field_value_changed", { dataset: permits, watched: ["status", "surface"], timestamp: "decided_on" }],
  [
    "field_value_changed",
    { dataset: air, id_fields: ["station"], watched: ["alert"], keeps: "history", timestamp: "measured_at" },
  ],
  ["dataset_status", { datasets: ["da_a1rq7x", "da_bu6g3t"], statuses: ["error", "idle"] }],
  ["harvester_error", { name: "Portail régional" }],
];

/** Zaps that are on while the integration is updated. */
export function updatedIntegration(held: Held): void {
  const { triggers }: Metadata = JSON.parse(readFileSync(`${previous}/metadata.json`, "utf8"));
  const known = triggers.map(({ key }) => key);
  const live = alerts.filter(
    ({ trigger, trigger_fields }) => known.includes(trigger) && !("storage_secret" in trigger_fields),
  );

  test("every trigger of the previous version is still there, and has its scenario", () => {
    const { triggers: now }: Metadata = JSON.parse(readFileSync("dist/metadata.json", "utf8"));
    expect(known.filter((key) => !now.some((trigger) => trigger.key === key))).toEqual([]);
    const polled = triggers.filter(({ type, hidden }) => type === "polling" && !hidden);
    expect(polled.map(({ key }) => key).filter((key) => !live.some((each) => each.trigger === key))).toEqual(
      [],
    );
  });

  describe.each(live)("a Zap of $name that was turned on with the previous version", (alert) => {
    const { trigger, happens, gives } = alert;
    const options = { trigger_fields: { ...alert.trigger_fields } };

    /** The ids that the Zap has seen when it is polled with the new version for the first time. */
    async function seenBefore(): Promise<unknown[]> {
      const platform = await held.platform(undefined, { folder: previous });
      const first = await platform.poll(trigger, { ...options, meta: { first_poll: true } });
      expect(first.error).toBeUndefined();
      return idsOf(first.items);
    }

    test("triggers for nothing old, and then as before", async () => {
      withDraft(held);
      const seen = await seenBefore();
      const platform = await held.platform();
      const triggering = async (time: string) => {
        held.at(time);
        const { items, error } = await platform.poll(trigger, options);
        expect(error).toBeUndefined();
        const ids = idsOf(items).filter((id) => !seen.includes(id));
        seen.push(...ids);
        return ids;
      };
      expect(await triggering("2024-03-15T12:05:00Z")).toEqual([]);
      news[happens](held, "2024-03-15T12:10:00+00:00");
      expect(await triggering("2024-03-15T12:40:00Z")).toEqual([
        gives("2024-03-15T12:10:00+00:00", "2024-03-15T12:40:00.000Z"),
      ]);
      expect(await triggering("2024-03-15T12:55:00Z")).toEqual([]);
    });

    test("on a large portal triggers for nothing old", async () => {
      held.portal.datasets.push(...manyDatasets(300, 100), largeDataset({ records: 300, bytes: 500 }));
      const seen = await seenBefore();
      const platform = await held.platform();
      const { items, error } = await platform.poll(trigger, options);
      expect(error).toBeUndefined();
      expect(idsOf(items).filter((id) => !seen.includes(id))).toEqual([]);
    });
  });

  test.each(otherFields)("%s with %j gives the same ids as the previous version", async (trigger, own) => {
    const options = { trigger_fields: { ...own } };
    const [before, now] = [await held.platform(undefined, { folder: previous }), await held.platform()];
    const expectSame = async (meta: object) => {
      const [old, current] = [
        await before.poll(trigger, { ...options, meta }),
        await now.poll(trigger, { ...options, meta }),
      ];
      expect(old.error ?? current.error).toBeUndefined();
      expect(idsOf(current.items)).toEqual(idsOf(old.items));
    };
    await expectSame({ first_poll: true });
    for (const happen of Object.values(news)) happen(held, "2024-03-15T12:10:00+00:00");
    held.at("2024-03-15T12:50:00Z");
    await expectSame({});
  });
}
