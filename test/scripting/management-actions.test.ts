import { describe, expect, test } from "vitest";
import { partOf, statusSince } from "../portal/index.ts";
import { withPortal } from "./with-portal.ts";

const held = withPortal();
const AIR = "da_a1rq7x";
const managedAir = () => partOf(held.portal.management, held.dataset("qualite-de-lair-temps-reel"));

async function write(action: string, action_fields: object) {
  const simulator = await held.platform();
  const { result, error } = await simulator.write(action, { action_fields: { ...action_fields } });
  return { result, error: error && { name: error.name, message: error.message } };
}

/** `POST /api/automation/v1.0/datasets/da_a1rq7x/publish/` of the requests that change something. */
function writes(): string[] {
  const changing = held.portal.requests.filter(({ method }) => method !== "GET");
  return changing.map(({ method, path }) => `${method} ${path}`);
}

describe("a dataset of an action", () => {
  test.each([
    "qualite-de-lair-temps-reel",
    " qualite-de-lair-temps-reel ",
    AIR,
    "https://data.example.com/explore/dataset/qualite-de-lair-temps-reel/information/",
    `https://data.example.com/backoffice/catalog/datasets/${AIR}/#schema`,
  ])("may be given as %j", async (dataset) => {
    const { result, error } = await write("publish_dataset", { dataset });
    expect(error).toBeUndefined();
    expect(result).toMatchObject({ id: AIR, dataset_id: "qualite-de-lair-temps-reel" });
    expect(writes()).toEqual([`POST /api/automation/v1.0/datasets/${AIR}/publish/`]);
  });

  test("may have an identifier that looks like the other kind", async () => {
    held.dataset("city-budget").dataset_id = "da_budget";
    expect((await write("publish_dataset", { dataset: "da_budget" })).result).toMatchObject({
      id: "da_bu6g3t",
    });
  });

  test("is looked for by its identifier, and not in the whole list", async () => {
    await held.platform();
    held.portal.requests.length = 0;
    await write("publish_dataset", { dataset: "city-budget" });
    const lists = held.portal.requests.filter(({ path }) => path.endsWith("/v1.0/datasets/"));
    expect(lists.map(({ query }) => Object.fromEntries(query))).toEqual([
      { dataset_id: "city-budget", limit: "1", offset: "0" },
    ]);
  });
});

test("publish_metadata publishes the metadata only", async () => {
  const { result } = await write("publish_metadata", { dataset: "city-budget" });
  expect(result).toMatchObject({ id: "da_bu6g3t", status: "processing" });
  expect(writes()).toEqual(["POST /api/automation/v1.0/datasets/da_bu6g3t/publish_metadata/"]);
});

describe("abort_processing", () => {
  test("stops the processing of a dataset", async () => {
    managedAir().status = statusSince("processing", "2024-03-15T11:00:00+00:00");
    expect((await write("abort_processing", { dataset: AIR })).result).toMatchObject({
      id: AIR,
      status: "aborting_processing",
    });
  });

  test("says why there is nothing to stop", async () => {
    expect((await write("abort_processing", { dataset: AIR })).error).toEqual({
      name: "ErrorException",
      message:
        "data.example.com does not accept what this Zap asks for: Invalid precondition, dataset status is 'idle' but " +
        "must be one of 'processing' (invalid_dataset_status).",
    });
  });
});

describe("start_harvester", () => {
  test("starts a harvester, and reports how far it is", async () => {
    expect((await write("start_harvester", { harvester: " ha_7r2k1m " })).result).toEqual({
      id: "ha_7r2k1m",
      name: "Portail régional",
      type: "ckan",
      status: "queued",
      last_started_at: "2024-03-15T12:00:00.000+00:00",
    });
  });

  test("says why a harvester cannot be started", async () => {
    await write("start_harvester", { harvester: "ha_7r2k1m" });
    expect((await write("start_harvester", { harvester: "ha_7r2k1m" })).error?.message).toBe(
      "data.example.com does not accept what this Zap asks for: Invalid transition from queued to queued " +
        "(invalid_harvester_status).",
    );
    expect((await write("start_harvester", { harvester: "ha_gone" })).error?.message).toBe(
      "data.example.com does not have the harvester ha_gone, or it was renamed: Not found (not_found).",
    );
  });
});

describe("add_user_to_group", () => {
  test("adds a user of the portal", async () => {
    held.portal.management.users.push({
      ...{ username: "louise", email: "louise@example.com", permissions: [], groups: [] },
    });
    expect((await write("add_user_to_group", { group: "gr_1", username: " louise " })).result).toEqual({
      id: "gr_1:louise",
      username: "louise",
      email: "louise@example.com",
      group: "gr_1",
    });
    expect(held.portal.management.groups[0]?.users).toEqual(["louise"]);
  });

  test("says that there is no such user, and no such group", async () => {
    expect((await write("add_user_to_group", { group: "gr_1", username: "jean" })).error?.message).toBe(
      "data.example.com does not accept what this Zap asks for: Invalid input; username: There is no user jean " +
        "(validation_error).",
    );
    expect((await write("add_user_to_group", { group: "gone", username: "jean" })).error?.message).toBe(
      'data.example.com does not have the group "gone", or it was renamed: Not found (not_found).',
    );
  });
});

describe("update_dataset_metadata", () => {
  async function update(values: object) {
    const simulator = await held.platform();
    const { fields } = await simulator.customFields({ action: "update_dataset_metadata" });
    const action_fields = { dataset: "city-budget", ...values };
    return simulator.write("update_dataset_metadata", { action_fields, custom_fields: fields });
  }

  test("overrides what a federated dataset has from its source", async () => {
    const budget = held.dataset("city-budget");
    partOf(held.portal.management, budget).remote = { title: budget.metas.default.title };
    expect((await update({ default__title: "Budget" })).error).toBeUndefined();
    expect(budget.metas.default.title).toBe("Budget");
    const [request] = held.portal.requests.filter(({ method }) => method === "PUT");
    expect(JSON.parse(request?.body ?? "")).toEqual({ value: "Budget", override_remote_value: true });
  });

  test("sends nothing but the value for a dataset of the portal's own", async () => {
    await update({ default__title: "Budget" });
    const [request] = held.portal.requests.filter(({ method }) => method === "PUT");
    expect(JSON.parse(request?.body ?? "")).toEqual({ value: "Budget" });
  });
});
