import { describe, expect, test } from "vitest";
import { storage_secret } from "../../portal/storage.ts";
import type { Held } from "../with-portal.ts";
import { turnedOn } from "./turned-on.ts";

const air = "qualite-de-lair-temps-reel";

export function thresholdReached(held: Held): void {
  const fields = { dataset: air, field: "no2", filter: "measured_at > date'2024-03-15T12:00:00Z'" };
  const on = (own: object) => turnedOn(held, "threshold_reached", { ...fields, ...own });
  let minute = 0;
  /** A new reading replaces the others of its station since noon. */
  function read(station: string, no2: number): void {
    minute += 1;
    const { records } = held.dataset(air);
    const isOld = (record: (typeof records)[number]) =>
      record.station === station && String(record.measured_at) > "2024-03-15T12:00";
    records.splice(0, records.length, ...records.filter((record) => !isOld(record)));
    records.push({
      station,
      no2,
      measured_at: `2024-03-15T12:${String(minute % 60).padStart(2, "0")}:30+00:00`,
    });
  }

  describe("threshold_reached with a storage secret", () => {
    const remembering = { storage_secret, aggregation: "max", threshold: 100 };

    test("each crossing triggers once, and the way back arms it again", async () => {
      read("Marché", 40);
      const zap = await on(remembering);
      read("Marché", 120);
      expect(await zap.items("2024-03-15T13:00:00Z")).toEqual([
        {
          id: '"all" above 100:2024-03-15T13:00:00.000Z',
          group: "all",
          figure: 120,
          threshold: 100,
          crossed_at: "2024-03-15T13:00:00.000Z",
          dataset_id: air,
          url: `https://data.example.com/explore/dataset/${air}/`,
        },
      ]);
      read("Marché", 150);
      expect(await zap.ids("2024-03-15T13:30:00Z")).toEqual([]);
      read("Marché", 100);
      expect(await zap.ids("2024-03-15T14:00:00Z")).toEqual([]);
      read("Marché", 101);
      expect(await zap.ids("2024-03-15T14:30:00Z")).toEqual(['"all" above 100:2024-03-15T14:30:00.000Z']);
      expect(await zap.ids("2024-03-17T14:30:00Z")).toEqual([]);
    });

    test("a figure beyond the threshold when the Zap is turned on does not trigger", async () => {
      read("Marché", 120);
      const zap = await on(remembering);
      expect(await zap.ids("2024-03-15T13:00:00Z")).toEqual([]);
      read("Marché", 90);
      expect(await zap.ids("2024-03-15T13:30:00Z")).toEqual([]);
      read("Marché", 130);
      expect(await zap.ids("2024-03-15T14:00:00Z")).toHaveLength(1);
    });

    test("each group has a figure of its own", async () => {
      read("Marché", 40);
      read("Port", 130);
      const zap = await on({ ...remembering, group: "station" });
      read("Marché", 140);
      expect(await zap.ids("2024-03-15T13:00:00Z")).toEqual(['"Marché" above 100:2024-03-15T13:00:00.000Z']);
      read("Port", 20);
      // A group that is new and beyond the threshold has crossed it.
      read("Gare", 200);
      expect(await zap.ids("2024-03-15T13:30:00Z")).toEqual(['"Gare" above 100:2024-03-15T13:30:00.000Z']);
      read("Port", 140);
      expect(await zap.ids("2024-03-15T14:00:00Z")).toEqual(['"Port" above 100:2024-03-15T14:00:00.000Z']);
    });

    test.each([
      ["avg", 45, 60],
      ["sum", 100, 180],
      ["min", 45, 50],
      ["max", 45, 70],
      ["count", 2, 3],
    ])("the figure may be %s of all chosen records", async (aggregation, threshold, figure) => {
      read("Marché", 20);
      read("Port", 40);
      const zap = await on({ storage_secret, aggregation, threshold });
      expect(await zap.items("2024-03-15T13:00:00Z")).toEqual([]);
      read("Marché", 50);
      read("Port", 70);
      read("Gare", 60);
      expect(await zap.items("2024-03-15T13:30:00Z")).toMatchObject([{ group: "all", figure, threshold }]);
    });

    test("a fall below the threshold triggers when that is chosen", async () => {
      read("Marché", 120);
      const zap = await on({ ...remembering, direction: "below" });
      read("Marché", 99);
      expect(await zap.ids("2024-03-15T13:00:00Z")).toEqual(['"all" below 100:2024-03-15T13:00:00.000Z']);
    });
  });

  test("threshold_reached without a storage secret triggers once on each day beyond the threshold", async () => {
    read("Marché", 40);
    const zap = await on({ aggregation: "avg", threshold: 100 });
    read("Marché", 120);
    expect(await zap.ids("2024-03-15T13:00:00Z")).toEqual(['"all" above 100:2024-03-15']);
    read("Marché", 90);
    expect(await zap.ids("2024-03-15T14:00:00Z")).toEqual([]);
    read("Marché", 130);
    expect(await zap.ids("2024-03-15T15:00:00Z")).toEqual([]);
    expect(await zap.ids("2024-03-16T00:15:00Z")).toEqual(['"all" above 100:2024-03-16']);
  });

  test.each([
    [{ aggregation: "avg", field: "" }, "Choose the field with the numbers."],
    [
      { aggregation: "avg", field: "ozone" },
      'This dataset has no number field "ozone". Choose one of: no2, pm25.',
    ],
    [
      { aggregation: "max", field: "measured_at" },
      'This dataset has no number field "measured_at". Choose one of: no2, pm25.',
    ],
  ])("threshold_reached says what is wrong with %j", async (own, message) => {
    const platform = await held.platform();
    const trigger_fields = { ...fields, threshold: 1, ...own };
    const zap = await platform.turnOn("threshold_reached", { trigger_fields });
    expect(zap.turnedOn.error).toMatchObject({ name: "ErrorException", message });
  });
}
