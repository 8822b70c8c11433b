import { describe, expect, test } from "vitest";
import { type Held, idsOf } from "../with-portal.ts";
import { turnedOn } from "./turned-on.ts";

const AIR = "qualite-de-lair-temps-reel";

export function datasetNotUpdated(held: Held): void {
  const on = (trigger_fields: object) =>
    turnedOn(held, "dataset_not_updated", { minutes: 15, ...trigger_fields });

  function process(dataset_id: string, time: string): void {
    held.dataset(dataset_id).metas.default.data_processed = time;
  }

  describe("dataset_not_updated over some days", () => {
    test("a dataset that stops being updated triggers once, and again after it was updated", async () => {
      const zap = await on({ dataset: AIR });
      process(AIR, "2024-03-15T12:00:00+00:00");
      expect(await zap.items("2024-03-15T12:14:00Z")).toEqual([]);
      const [alert] = await zap.items("2024-03-15T12:20:00Z");
      expect(alert).toMatchObject({
        id: "da_a1rq7x:2024-03-15T12:00:00+00:00",
        dataset_id: AIR,
        minutes_since: 20,
      });
      expect(await zap.items("2024-03-15T12:35:00Z")).toEqual([]);
      expect(await zap.items("2024-03-17T12:35:00Z")).toEqual([]);

      process(AIR, "2024-03-17T13:00:00+00:00");
      expect(await zap.items("2024-03-17T13:10:00Z")).toEqual([]);
      expect(await zap.ids("2024-03-17T13:30:00Z")).toEqual(["da_a1rq7x:2024-03-17T13:00:00+00:00"]);
    });

    test("a dataset that is out of date already waits, unless it is to trigger, too", async () => {
      const waiting = await on({ theme: "Environnement" });
      const alerting = await on({ theme: "Environnement", already_stale: "alert" });
      const trees = held.dataset("arbres-remarquables").metas.default.data_processed;
      expect(await waiting.ids("2024-03-15T12:01:00Z")).toEqual([]);
      expect(await alerting.ids("2024-03-15T12:00:30Z")).toEqual([`da_7r33s0:${trees}`]);
      expect(await alerting.items("2024-03-15T12:00:45Z")).toEqual([]);
    });

    test("all that are out of date already trigger when they are to, however many and however long", async () => {
      const trees = held.dataset("arbres-remarquables");
      for (let index = 0; index < 250; index++) {
        held.portal.datasets.push({ ...trees, dataset_uid: `da_${index}`, dataset_id: `trees-${index}` });
      }
      const zap = await on({ theme: "Environnement", already_stale: "alert" });
      expect(await zap.items("2024-03-15T12:00:30Z")).toHaveLength(251);
      expect(await zap.items("2024-03-15T12:00:45Z")).toEqual([]);
    });

    test("all datasets that the other fields choose are watched", async () => {
      const zap = await on({ publisher: "Ville de Rochebrune" });
      for (const { dataset_id } of held.portal.datasets) process(dataset_id, "2024-03-15T12:30:00+00:00");
      expect(await zap.items("2024-03-15T12:40:00Z")).toEqual([]);
      const expected = held.portal.datasets.filter(
        ({ metas }) => metas.default.publisher === "Ville de Rochebrune",
      );
      expect(idsOf(await zap.items("2024-03-15T12:50:00Z")).sort()).toEqual(
        expected.map(({ dataset_uid }) => `${dataset_uid}:2024-03-15T12:30:00+00:00`).sort(),
      );
    });

    test.each([
      ["is mistyped", "city-budgets"],
      ["is given by its title", "City budget"],
    ])("a dataset that %s is an error, and not silence", async (_, dataset) => {
      const platform = await held.platform();
      const zap = await platform.turnOn("dataset_not_updated", { trigger_fields: { minutes: 15, dataset } });
      expect(zap.live).toBe(false);
      expect(zap.turnedOn.error).toMatchObject({
        name: "ErrorException",
        message:
          `data.example.com does not have the dataset "${dataset}", or it was renamed: Unknown dataset: ${dataset} ` +
          "(UnknownDatasetError). Choose it from the list, or give its identifier: the last part of its address on the portal.",
      });
    });

    test("a dataset that is renamed or deleted later is an error at each poll, until it is back", async () => {
      const zap = await on({ dataset: AIR });
      held.dataset(AIR).dataset_id = "air";
      expect(await zap.ids("2024-03-15T12:30:00Z")).toBe("error: ErrorException");
      held.portal.datasets.splice(held.portal.datasets.indexOf(held.dataset("air")), 1);
      expect(await zap.message("2024-03-15T12:45:00Z")).toBe(
        `data.example.com does not have the dataset "${AIR}", or it was renamed: Unknown dataset: ${AIR} ` +
          "(UnknownDatasetError). Choose it from the list, or give its identifier: the last part of its address on the portal.",
      );
      expect(zap.isLive()).toBe(true);
    });

    test("a dataset may be given by its address", async () => {
      const zap = await on({ dataset: ` https://data.example.com/explore/dataset/${AIR}/table/?sort=no2 ` });
      process(AIR, "2024-03-15T12:00:00+00:00");
      expect(await zap.ids("2024-03-15T12:30:00Z")).toEqual(["da_a1rq7x:2024-03-15T12:00:00+00:00"]);
    });

    test("a dataset that has never had data does not trigger", async () => {
      held.dataset(AIR).metas.default.data_processed = null;
      const zap = await on({ dataset: AIR, already_stale: "alert" });
      expect(await zap.items("2024-03-16T12:00:00Z")).toEqual([]);
    });
  });
}
