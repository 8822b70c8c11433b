import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Metadata } from "../../../src/model/definitions.ts";
import { type Held, idsOf } from "../with-portal.ts";
import { alerts, news, publish, withDraft } from "./alerts.ts";
import { turnedOn } from "./turned-on.ts";

/** With whole items, these would give more than the platform takes from one poll. */
const rememberingThousands = [
  ...["new_dataset", "updated_dataset", "dataset_not_updated", "new_attachment"],
  ...["new_record", "field_value_changed", "new_feedback"],
];

/** The polling triggers that people use. */
export function eachTrigger(held: Held): void {
  const on = ({ trigger, trigger_fields }: (typeof alerts)[number]) => {
    withDraft(held);
    return turnedOn(held, trigger, trigger_fields);
  };

  test("every trigger that people use has its scenarios", () => {
    const { triggers }: Metadata = JSON.parse(readFileSync("dist/metadata.json", "utf8"));
    const polled = triggers.filter(({ type, hidden }) => type === "polling" && !hidden);
    const told = [...new Set(alerts.map(({ trigger }) => trigger))].sort();
    expect(told).toEqual(polled.map(({ key }) => key).sort());
    const others = triggers.filter(({ type }) => type !== "polling");
    expect(others.map(({ key }) => key)).toEqual(["dataset_event"]);
  });

  test.each(
    alerts.filter(({ trigger, name }) => rememberingThousands.includes(trigger) && !/storage/.test(name)),
  )("$name gives no more than ids when it is turned on", async ({ trigger, trigger_fields, happens }) => {
    const platform = await held.platform();
    news[happens](held, "2024-03-15T11:00:00+00:00");
    const options = { trigger_fields: { ...trigger_fields }, meta: { first_poll: true } };
    const { items } = await platform.poll(trigger, options);
    expect(items).not.toEqual([]);
    expect(items).toEqual(idsOf(items).map((id) => ({ id })));
  });

  describe.each(alerts)("$name", (alert) => {
    const { happens, gives, republished } = alert;

    test("triggers once for what happens, and for nothing else over the days", async () => {
      const zap = await on(alert);
      expect(await zap.ids("2024-03-15T12:05:00Z")).toEqual([]);

      news[happens](held, "2024-03-15T12:10:00+00:00");
      expect(await zap.ids("2024-03-15T12:40:00Z")).toEqual([
        gives("2024-03-15T12:10:00+00:00", "2024-03-15T12:40:00.000Z"),
      ]);
      expect(await zap.ids("2024-03-15T12:55:00Z")).toEqual([]);

      // Somebody edits what is said of a dataset and what a record holds, and deletes another dataset and another record.
      held.dataset("qualite-de-lair-temps-reel").metas.default.title = "Air";
      held.portal.datasets.splice(held.portal.datasets.indexOf(held.dataset("agenda-des-evenements")), 1);
      const { records } = held.dataset("permis-de-construire");
      Object.assign(records[1] ?? {}, { surface: 1 });
      records.splice(2, 1);
      expect(await zap.ids("2024-03-16T08:00:00Z")).toEqual([]);

      const republishedAt = "2024-03-17T08:00:00+00:00";
      for (const { dataset_id } of held.portal.datasets) publish(held, dataset_id, republishedAt);
      expect(await zap.ids("2024-03-17T08:05:00Z")).toEqual([]);
      expect(await zap.ids("2024-03-17T09:00:00Z")).toEqual(republished ? [republished(republishedAt)] : []);
      expect(await zap.ids("2024-03-18T09:00:00Z")).toEqual([]);
    });

    test("triggers afterwards for what happens while the portal gives no answer", async () => {
      const zap = await on(alert);
      news[happens](held, "2024-03-15T12:10:00+00:00");
      held.portal.break("502");
      expect(await zap.ids("2024-03-15T12:30:00Z")).toBe("halted: HaltedException");
      held.portal.break("hang-up");
      expect(await zap.ids("2024-03-15T12:45:00Z")).toBe("halted: HaltedException");
      for (const failure of ["torn", "cut-off", "empty"] as const) {
        held.portal.break(failure);
        expect(await zap.ids("2024-03-15T12:50:00Z"), failure).toBe("halted: HaltedException");
      }
      for (const failure of ["html", "login"] as const) {
        held.portal.break(failure);
        expect(await zap.ids("2024-03-15T13:00:00Z"), failure).toBe("error: ErrorException");
      }
      held.portal.mend();
      held.portal.exhaustQuota({ reset_time: "2024-03-16T00:00:00Z" });
      expect(await zap.ids("2024-03-15T13:15:00Z")).toBe("halted: HaltedException");
      held.portal.mend();
      expect(await zap.ids("2024-03-16T00:15:00Z")).toEqual([
        gives("2024-03-15T12:10:00+00:00", "2024-03-16T00:15:00.000Z"),
      ]);
      expect(await zap.ids("2024-03-16T00:30:00Z")).toEqual([]);
    });

    test("is not turned on while the portal gives no answer", async () => {
      withDraft(held);
      const platform = await held.platform();
      held.portal.break("502");
      const options = { trigger_fields: { ...alert.trigger_fields } };
      const zap = await platform.turnOn(alert.trigger, options);
      expect(zap.turnedOn).toMatchObject({ outcome: "halted", error: { name: "HaltedException" } });
      expect(zap.live).toBe(false);
    });

    test("is turned off when the key is revoked", async () => {
      const zap = await on(alert);
      news[happens](held, "2024-03-15T12:10:00+00:00");
      held.portal.revokeKey();
      expect(await zap.ids("2024-03-15T12:30:00Z")).toBe("turned_off: ExpiredAuthException");
      expect(zap.isLive()).toBe(false);
    });
  });
}
