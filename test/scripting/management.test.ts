import { describe, expect, test } from "vitest";
import { partOf, statusSince } from "../portal/index.ts";
import { idsOf, withPortal } from "./portal-simulator.ts";

const held = withPortal();
const AIR = "da_a1rq7x";

/** A Zap that is on: what it triggers for. */
async function turnedOn(trigger: string, trigger_fields: object = {}) {
  const simulator = await held.connect();
  const zap = await simulator.turnOn(trigger, { trigger_fields: { ...trigger_fields } });
  expect(zap.turnedOn.error).toBeUndefined();
  return async () => {
    const run = await zap.poll();
    expect(run.error).toBeUndefined();
    return run.items;
  };
}

const air = () => partOf(held.portal.management, held.dataset("qualite-de-lair-temps-reel"));

describe("dataset_status", () => {
  test("an error triggers once, and again when it comes back", async () => {
    const poll = await turnedOn("dataset_status", { datasets: [AIR, "da_bu6g3t"] });
    air().status = statusSince("processing", "2024-03-15T12:00:00+00:00", { previous: "idle" });
    expect(await poll()).toEqual([]);
    air().status = statusSince("error", "2024-03-15T12:05:00+00:00", {
      previous: "processing",
      message: "The source could not be read.",
      records_errors: [{ record_id: "0a", field_uid: "fi_1", message: "no number" }],
    });
    expect(await poll()).toEqual([
      {
        id: `${AIR}:error:2024-03-15T12:05:00+00:00`,
        dataset_uid: AIR,
        dataset_id: "qualite-de-lair-temps-reel",
        title: "Qualité de l'air en temps réel",
        status: "error",
        previous: "processing",
        since: "2024-03-15T12:05:00+00:00",
        is_published: true,
        message: "The source could not be read.",
        records_errors: [{ record_id: "0a", field_uid: "fi_1", message: "no number" }],
        url: `https://data.example.com/backoffice/catalog/datasets/${AIR}/`,
      },
    ]);
    expect(await poll()).toEqual([]);
    air().status = statusSince("idle", "2024-03-15T13:00:00+00:00", { previous: "error" });
    expect(await poll()).toEqual([]);
    air().status = statusSince("limit_reached", "2024-03-15T14:00:00+00:00");
    expect(idsOf(await poll())).toEqual([`${AIR}:limit_reached:2024-03-15T14:00:00+00:00`]);
  });

  test("other statuses trigger when they are chosen", async () => {
    const poll = await turnedOn("dataset_status", { datasets: [AIR], statuses: ["queued"] });
    air().status = statusSince("queued", "2024-03-15T12:00:00+00:00");
    expect(idsOf(await poll())).toEqual([`${AIR}:queued:2024-03-15T12:00:00+00:00`]);
  });

  test("asks for fewer datasets than a poll has time for", async () => {
    const simulator = await held.connect();
    const datasets = Array.from({ length: 21 }, () => AIR);
    const { error } = await simulator.poll("dataset_status", { trigger_fields: { datasets } });
    expect(error).toMatchObject({
      name: "ErrorException",
      message: "Choose at most 20 datasets: there are 21.",
    });
  });

  test("names the permission that the key's owner lacks", async () => {
    held.portal.management.permissions = [];
    const simulator = await held.connect();
    const { error } = await simulator.poll("dataset_status", { trigger_fields: { datasets: [AIR] } });
    expect(error).toMatchObject({
      name: "ErrorException",
      message:
        `The API key has no permission for the dataset ${AIR} on data.example.com: it needs "Edit all datasets" ` +
        "(edit_dataset): You do not have the permission edit_dataset. (PermissionDenied)",
    });
  });
});

describe("harvester_error", () => {
  const harvester = () => {
    const [first] = held.portal.management.harvesters;
    if (!first) throw new Error("The portal has no harvester.");
    return first;
  };

  test("triggers once for each run that failed, once it has ended", async () => {
    const poll = await turnedOn("harvester_error");
    Object.assign(harvester(), {
      status: "processing",
      last_started_at: "2024-03-16T02:00:00+00:00",
      errors: { harvester: null, resources: { roads: "No title." } },
    });
    expect(await poll()).toEqual([]);
    Object.assign(harvester(), {
      status: "idle",
      errors: { harvester: "No answer.", resources: { roads: "No title." } },
    });
    expect(await poll()).toEqual([
      {
        id: "ha_7r2k1m:2024-03-16T02:00:00+00:00",
        harvester_uid: "ha_7r2k1m",
        name: "Portail régional",
        type: "ckan",
        started_at: "2024-03-16T02:00:00+00:00",
        last_success_at: "2024-03-15T02:03:41+00:00",
        message: "No answer.",
        datasets: [{ dataset: "roads", message: "No title." }],
      },
    ]);
    expect(await poll()).toEqual([]);
    harvester().last_started_at = "2024-03-17T02:00:00+00:00";
    expect(idsOf(await poll())).toEqual(["ha_7r2k1m:2024-03-17T02:00:00+00:00"]);
    Object.assign(harvester(), {
      last_started_at: "2024-03-18T02:00:00+00:00",
      errors: { harvester: null, resources: {} },
    });
    expect(await poll()).toEqual([]);
  });

  test("looks at one harvester only when it is named", async () => {
    harvester().errors = { harvester: "No answer.", resources: {} };
    const simulator = await held.connect();
    const named = (name: string) => simulator.poll("harvester_error", { trigger_fields: { name } });
    expect((await named("Portail régional")).items).toHaveLength(1);
    expect((await named("Another")).items).toEqual([]);
  });
});

test("new_feedback triggers once for each comment", async () => {
  const poll = await turnedOn("new_feedback", { dataset: AIR });
  air().feedbacks.push({
    uid: "df_1",
    record_id: "0a",
    user: { username: "louise.data" },
    comment: "The station has moved.",
    values: { station: { value: "Port", type: "text" } },
    is_archived: false,
    created_at: "2024-03-15T12:00:00+00:00",
  });
  expect(await poll()).toEqual([
    {
      id: "df_1",
      dataset_uid: AIR,
      record_id: "0a",
      user: "louise.data",
      comment: "The station has moved.",
      suggestions: [{ field: "station", value: "Port" }],
      created_at: "2024-03-15T12:00:00+00:00",
    },
  ]);
  expect(await poll()).toEqual([]);
});
