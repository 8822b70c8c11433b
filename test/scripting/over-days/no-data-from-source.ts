import { describe, expect, test } from "vitest";
import type { Held } from "../with-portal.ts";
import { turnedOn } from "./turned-on.ts";

const air = "qualite-de-lair-temps-reel";

export function noDataFromSource(held: Held): void {
  const fields = { dataset: air, date: "measured_at", source: "station", minutes: 30 };
  const on = (own: object = {}) => turnedOn(held, "no_data_from_source", { ...fields, ...own });
  const read = (station: string, time: string) =>
    held.dataset(air).records.push({ station, measured_at: `2024-03-${time}:00+00:00`, no2: 12 });

  describe("no_data_from_source over some days", () => {
    test("a station that falls silent triggers once, and again after it has sent data", async () => {
      const zap = await on();
      read("Marché", "15T12:30");
      read("Port de l'Île", "15T12:00");
      expect(await zap.items("2024-03-15T12:40:00Z")).toEqual([
        {
          id: '"Port de l\'Île":2024-03-15T12:00:00+00:00',
          source: "Port de l'Île",
          last_at: "2024-03-15T12:00:00+00:00",
          minutes_since: 40,
          dataset_id: air,
          url: `https://data.example.com/explore/dataset/${air}/`,
        },
      ]);
      read("Marché", "15T13:00");
      expect(await zap.ids("2024-03-15T13:10:00Z")).toEqual([]);
      read("Port de l'Île", "15T13:20");
      read("Marché", "15T13:20");
      expect(await zap.ids("2024-03-15T13:30:00Z")).toEqual([]);
      // Both, those that fell silent last in front.
      read("Marché", "15T13:40");
      expect(await zap.ids("2024-03-15T15:00:00Z")).toEqual([
        '"Marché":2024-03-15T13:40:00+00:00',
        '"Port de l\'Île":2024-03-15T13:20:00+00:00',
      ]);
      expect(await zap.ids("2024-03-17T15:00:00Z")).toEqual([]);
    });

    test("a source that is silent already waits, unless it is to trigger, too", async () => {
      held.at("2024-03-16T12:00:00Z");
      const [waiting, alerting] = [await on(), await on({ already_silent: "alert" })];
      expect(await waiting.ids("2024-03-16T12:15:00Z")).toEqual([]);
      expect(await alerting.ids("2024-03-16T12:15:00Z")).toEqual([
        '"Marché":2024-03-15T11:45:00+00:00',
        '"Port de l\'Île":2024-03-15T11:45:00+00:00',
      ]);
    });

    test("the whole dataset may be one source", async () => {
      const zap = await on({ source: "" });
      read("Marché", "15T12:30");
      expect(await zap.ids("2024-03-15T12:50:00Z")).toEqual([]);
      expect(await zap.ids("2024-03-15T13:00:00Z")).toEqual(['"all":2024-03-15T12:30:00+00:00']);
    });

    test("watches the records that the filter and the facets choose", async () => {
      const zap = await on({ facets: ["station:Marché"] });
      expect(await zap.ids("2024-03-15T13:00:00Z")).toEqual(['"Marché":2024-03-15T11:45:00+00:00']);
    });
  });

  test.each([
    [{ minutes: 0 }, "Minutes must be more than 0."],
    [{ date: "when" }, 'This dataset has no date field "when". Choose one of: measured_at.'],
    [{ date: "no2" }, 'This dataset has no date field "no2". Choose one of: measured_at.'],
  ])("no_data_from_source says what is wrong with %j", async (own, message) => {
    const platform = await held.platform();
    const zap = await platform.turnOn("no_data_from_source", { trigger_fields: { ...fields, ...own } });
    expect(zap.turnedOn.error).toMatchObject({ name: "ErrorException", message });
  });
}
