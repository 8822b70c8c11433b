import { describe, expect, test } from "vitest";
import type { Held } from "../with-portal.ts";
import { turnedOn } from "./turned-on.ts";

const permits = "permis-de-construire";
const air = "qualite-de-lair-temps-reel";

export function fieldValueChanged(held: Held): void {
  const on = (trigger_fields: object) => turnedOn(held, "field_value_changed", trigger_fields);

  describe("field_value_changed with one record for each thing", () => {
    const fields = { dataset: permits, watched: ["status"] };
    const set = (own: object) => Object.assign(held.dataset(permits).records[0] ?? {}, own);

    test("another value triggers once, and other fields do not", async () => {
      const zap = await on(fields);
      set({ surface: 1 });
      expect(await zap.items()).toEqual([]);
      set({ status: "Accordé" });
      expect(await zap.items()).toEqual([
        {
          id: '["PC 099 24 00012"]:["Accordé"]',
          key: "PC 099 24 00012",
          value: { status: "Accordé" },
          old_value_known: false,
          record: held.dataset(permits).records[0],
          url: `https://data.example.com/explore/dataset/${permits}/`,
        },
      ]);
      expect(await zap.items()).toEqual([]);
    });

    test("a new record triggers: whether its value is another one than before, nobody knows", async () => {
      const zap = await on(fields);
      held.dataset(permits).records.push({ permit_number: "PC 099 24 00099", status: "En instruction" });
      expect(await zap.items()).toMatchObject([{ key: "PC 099 24 00099", old_value_known: false }]);
    });

    test("each new date triggers, so that it must be that of the watched fields' change", async () => {
      const zap = await on({ ...fields, timestamp: "decided_on" });
      set({ decided_on: "2024-03-16" });
      expect(await zap.items()).toMatchObject([
        { changed_at: "2024-03-16", value: { status: "En instruction" } },
      ]);
    });

    test("a value that comes back triggers with a timestamp of the change only", async () => {
      const without = await on(fields);
      const withOne = await on({ ...fields, timestamp: "decided_on" });
      const times = [
        ["Accordé", "2024-03-16"],
        ["En instruction", "2024-03-17"],
        ["Accordé", "2024-03-18"],
      ];
      const counts: number[][] = [];
      for (const [status, decided_on] of times) {
        set({ status, decided_on });
        counts.push([(await without.items()).length, (await withOne.items()).length]);
      }
      expect(counts).toEqual([
        [1, 1],
        [0, 1],
        [0, 1],
      ]);
    });
  });

  describe("field_value_changed with a record for each reading", () => {
    const fields = {
      dataset: air,
      id_fields: ["station"],
      watched: ["alert"],
      keeps: "history",
      timestamp: "measured_at",
    };
    const read = (measured_at: string, alert: boolean) =>
      held.dataset(air).records.push({ station: "Marché", measured_at, alert, no2: 40 });

    test("A to B to A triggers twice, with the value before; a reading of the same value does not", async () => {
      const zap = await on(fields);
      expect(await zap.items()).toEqual([]);
      read("2024-03-15T12:00:00+00:00", false);
      expect(await zap.items()).toEqual([]);
      read("2024-03-15T12:15:00+00:00", true);
      expect(await zap.items()).toMatchObject([
        {
          key: "Marché",
          changed_at: "2024-03-15T12:15:00+00:00",
          value: { alert: true },
          old_value: { alert: false },
          old_value_known: true,
        },
      ]);
      read("2024-03-15T12:30:00+00:00", false);
      expect(await zap.ids()).toEqual(['["Marché"]:[false]:2024-03-15T12:30:00+00:00']);
    });

    test("changes that came and went between two polls all trigger", async () => {
      const zap = await on(fields);
      for (let minute = 10; minute < 60; minute += 10)
        read(`2024-03-15T12:${minute}:00+00:00`, minute % 20 === 0);
      expect(await zap.items()).toHaveLength(4);
      expect(await zap.items()).toEqual([]);
    });
  });
}
