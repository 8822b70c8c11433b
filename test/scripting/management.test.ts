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

  test("names a chosen dataset that was deleted", async () => {
    const simulator = await held.connect();
    const zap = await simulator.turnOn("dataset_status", {
      trigger_fields: { datasets: ["da_bu6g3t", AIR] },
    });
    held.portal.datasets.splice(held.portal.datasets.indexOf(held.dataset("city-budget")), 1);
    expect((await zap.poll()).error).toMatchObject({
      name: "ErrorException",
      message:
        "data.example.com does not have the dataset da_bu6g3t, or it was renamed: Not found. (not_found)",
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

  test("sees the forty that were started last when more have failed", async () => {
    const poll = await turnedOn("harvester_error");
    const errors = { harvester: "No answer.", resources: {} };
    held.portal.management.harvesters = Array.from({ length: 41 }, (_, minute) => ({
      ...harvester(),
      uid: `ha_${minute}`,
      last_started_at: `2024-03-16T02:${String(minute).padStart(2, "0")}:00+00:00`,
      errors,
    }));
    const started = (await poll()).map((item) => (item as { started_at: string }).started_at);
    expect(started).toHaveLength(40);
    expect([started[0], started[39]]).toEqual(["2024-03-16T02:40:00+00:00", "2024-03-16T02:01:00+00:00"]);
  });

  test("looks at one harvester only when it is named", async () => {
    harvester().errors = { harvester: "No answer.", resources: {} };
    const simulator = await held.connect();
    const named = (name: string) => simulator.poll("harvester_error", { trigger_fields: { name } });
    expect((await named("Portail régional")).items).toHaveLength(1);
    expect((await named("Another")).items).toEqual([]);
  });
});

describe("new_feedback", () => {
  const comment = (uid: string, created_at = "2024-03-15T12:00:00+00:00") => ({
    uid,
    record_id: "0a",
    user: { username: "louise.data" },
    comment: "The station has moved.",
    values: { station: { value: "Port", type: "text" } },
    is_archived: false,
    created_at,
  });

  test("triggers once for each comment", async () => {
    const poll = await turnedOn("new_feedback", { dataset: AIR });
    air().feedbacks.push(comment("df_1"));
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

  test("sees more comments than a page of the portal has", async () => {
    const poll = await turnedOn("new_feedback", { dataset: AIR });
    air().feedbacks.push(...Array.from({ length: 45 }, (_, index) => comment(`df_${index}`)));
    expect(await poll()).toHaveLength(45);
    expect(await poll()).toEqual([]);
  });

  test("does not trigger for old comments that move up when newer ones are archived", async () => {
    const years = Array.from({ length: 60 }, (_, index) => `${2024 - index}-01-01T12:00:00+00:00`);
    air().feedbacks.push(...years.map((year) => comment(year, year)));
    const poll = await turnedOn("new_feedback", { dataset: AIR });
    for (const feedback of air().feedbacks.slice(0, 50)) feedback.is_archived = true;
    expect(await poll()).toEqual([]);
  });
});
