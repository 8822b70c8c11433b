import { expect, test } from "vitest";
import { idsOf, withPortal } from "./portal-simulator.ts";

const held = withPortal();

async function turnedOn(trigger_fields: object = {}) {
  const simulator = await held.connect();
  const zap = await simulator.turnOn("dataset_not_updated", {
    trigger_fields: { minutes: 15, ...trigger_fields },
  });
  expect(zap.turnedOn.error).toBeUndefined();
  return async (time: string) => {
    held.at(time);
    const run = await zap.poll();
    expect(run.error).toBeUndefined();
    return run.items;
  };
}

const AIR = "qualite-de-lair-temps-reel";

function process(dataset_id: string, time: string): void {
  held.dataset(dataset_id).metas.default.data_processed = time;
}

test("a dataset that stops being updated triggers once, and again after it was updated", async () => {
  const at = await turnedOn({ dataset: AIR });
  process(AIR, "2024-03-15T12:00:00+00:00");
  expect(await at("2024-03-15T12:14:00Z")).toEqual([]);
  const [alert] = await at("2024-03-15T12:20:00Z");
  expect(alert).toMatchObject({
    id: "da_a1rq7x:2024-03-15T12:00:00+00:00",
    dataset_id: AIR,
    minutes_since: 20,
  });
  expect(await at("2024-03-15T12:35:00Z")).toEqual([]);
  expect(await at("2024-03-17T12:35:00Z")).toEqual([]);

  process(AIR, "2024-03-17T13:00:00+00:00");
  expect(await at("2024-03-17T13:10:00Z")).toEqual([]);
  expect(idsOf(await at("2024-03-17T13:30:00Z"))).toEqual(["da_a1rq7x:2024-03-17T13:00:00+00:00"]);
});

test("what is out of date already waits, unless it is to trigger, too", async () => {
  const waiting = await turnedOn({ theme: "Environnement" });
  const alerting = await turnedOn({ theme: "Environnement", already_stale: "alert" });
  const trees = held.dataset("arbres-remarquables").metas.default.data_processed;
  expect(idsOf(await waiting("2024-03-15T12:01:00Z"))).toEqual([]);
  expect(idsOf(await alerting("2024-03-15T12:00:30Z"))).toEqual([`da_7r33s0:${trees}`]);
  expect(await alerting("2024-03-15T12:00:45Z")).toEqual([]);
});

test("all that are out of date already trigger when they are to, however many and however long", async () => {
  const trees = held.dataset("arbres-remarquables");
  for (let index = 0; index < 250; index++) {
    held.portal.datasets.push({ ...trees, dataset_uid: `da_${index}`, dataset_id: `trees-${index}` });
  }
  const at = await turnedOn({ theme: "Environnement", already_stale: "alert" });
  expect(await at("2024-03-15T12:00:30Z")).toHaveLength(251);
  expect(await at("2024-03-15T12:00:45Z")).toEqual([]);
});

test("all datasets that the other fields choose are watched", async () => {
  const at = await turnedOn({ publisher: "Ville de Rochebrune" });
  for (const { dataset_id } of held.portal.datasets) process(dataset_id, "2024-03-15T12:30:00+00:00");
  expect(await at("2024-03-15T12:40:00Z")).toEqual([]);
  const expected = held.portal.datasets.filter(
    ({ metas }) => metas.default.publisher === "Ville de Rochebrune",
  );
  expect(idsOf(await at("2024-03-15T12:50:00Z")).sort()).toEqual(
    expected.map(({ dataset_uid }) => `${dataset_uid}:2024-03-15T12:30:00+00:00`).sort(),
  );
});

test("a dataset that has never had data does not trigger", async () => {
  held.dataset(AIR).metas.default.data_processed = null;
  const at = await turnedOn({ dataset: AIR, already_stale: "alert" });
  expect(await at("2024-03-16T12:00:00Z")).toEqual([]);
});

test("minutes must be some", async () => {
  const simulator = await held.connect();
  const zap = await simulator.turnOn("dataset_not_updated", { trigger_fields: { minutes: 0 } });
  expect(zap.turnedOn.error).toMatchObject({
    name: "ErrorException",
    message: "Minutes must be more than 0.",
  });
});
