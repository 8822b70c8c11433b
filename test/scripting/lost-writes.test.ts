import { describe, expect, test } from "vitest";
import { type Failure, partOf, statusSince } from "../portal/index.ts";
import { withPortal } from "./with-portal.ts";

const held = withPortal();
const BUDGET = "da_bu6g3t";
const maybe = "It may have been done all the same: look at the portal before you repeat it.";

/** Each action that writes on the portal, with the request that does it. */
const actions: readonly [action: string, action_fields: object, path: RegExp][] = [
  ["publish_dataset", { dataset: BUDGET }, /\/publish\/$/],
  ["unpublish_dataset", { dataset: BUDGET }, /\/unpublish\/$/],
  ["publish_metadata", { dataset: BUDGET }, /\/publish_metadata\/$/],
  ["abort_processing", { dataset: "da_a1rq7x" }, /\/abort\/$/],
  ["create_dataset", { title: "Tram Stops" }, /\/datasets\/$/],
  ["start_harvester", { harvester: "ha_7r2k1m" }, /\/start\/$/],
  ["add_user_to_group", { group: "gr_1", username: "louise" }, /\/users\/$/],
  ["invite_user", { email: "jean@example.com" }, /\/invite\/$/],
  [
    "add_resource",
    { dataset: BUDGET, title: "budget.csv", file_url: "https://example.com/budget.csv" },
    /\/resources\/$/,
  ],
];

async function written(action: string, action_fields: object, spoil: () => void) {
  const { portal } = held;
  portal.management.users.push({
    ...{ username: "louise", email: "louise@example.com", permissions: [], groups: [] },
  });
  partOf(portal.management, held.dataset("qualite-de-lair-temps-reel")).status = statusSince(
    "processing",
    "2024-03-15T11:00:00+00:00",
  );
  const simulator = await held.platform();
  expect((await simulator.testAccount()).valid).toBe(true);
  spoil();
  const { result, error, outcome } = await simulator.write(action, { action_fields: { ...action_fields } });
  return { result, outcome, error: error && { name: error.name, message: error.message } };
}

describe("an action that the portal has done does not fail", () => {
  const reporting = actions.filter(([action]) => /dataset|metadata|processing/.test(action));
  const failures: readonly Failure[] = ["502", "hang-up", "cut-off", "empty", "html"];
  const cases = reporting.flatMap(([action, fields]) =>
    failures.map((failure) => ({ action, fields, failure })),
  );

  test.each(cases)("$action, whose status cannot be read: $failure", async ({ action, fields, failure }) => {
    const spoil = () => held.portal.break(failure, { method: "GET", path: /\/status\/$/ });
    expect(await written(action, fields, spoil)).toMatchObject({
      outcome: "succeeded",
      result: {
        id: expect.stringMatching(/^da_/),
        status: "unknown",
        is_published: null,
        message: "data.example.com did not tell the dataset's status.",
      },
    });
  });

  test.each(["publish_dataset", "create_dataset"])(
    "%s, whose status is refused with 401, is not repeated",
    async (action) => {
      const refused: Failure = { status: 401, body: { message: "No.", error_code: "Unauthorized" } };
      const fields = { publish_dataset: { dataset: BUDGET }, create_dataset: { title: "Tram Stops" } }[
        action
      ];
      const spoil = () => held.portal.break(refused, { method: "GET", path: /\/status\/$/ });
      expect(await written(action, fields ?? {}, spoil)).toMatchObject({ outcome: "succeeded" });
      const writes = held.portal.requests.filter(({ method }) => method === "POST");
      expect(writes).toHaveLength(1);
    },
  );

  const cutOff = actions.flatMap(([action, fields, path]) =>
    (["cut-off", "empty"] as const).map((failure) => ({ action, fields, path, failure })),
  );

  test.each(cutOff)(
    "$action, whose answer is spoilt: $failure",
    async ({ action, fields, path, failure }) => {
      const spoil = () => held.portal.break(failure, { method: "POST", path });
      expect(await written(action, fields, spoil)).toMatchObject({ outcome: "succeeded", error: undefined });
    },
  );
});

describe("an action that comes to nothing is an error, which its owner sees", () => {
  test.each(actions)("%s", async (action, fields, path) => {
    const failing = { method: "POST", path };
    expect(await written(action, fields, () => held.portal.break("502", failing))).toMatchObject({
      outcome: "error",
      error: {
        name: "ErrorException",
        message: "data.example.com has a problem of its own (status 502).",
      },
    });
    held.portal.mend();
    const exhausted = () => held.portal.exhaustQuota({ reset_time: "2024-03-16T00:00:00Z" });
    expect(await written(action, fields, exhausted)).toMatchObject({
      outcome: "error",
      error: { name: "ErrorException", message: expect.stringContaining("accepts no more requests until") },
    });
  });

  test("a write without an answer says that it may have been done", async () => {
    const spoil = () => held.portal.break("hang-up", { method: "POST" });
    expect((await written("publish_dataset", { dataset: BUDGET }, spoil)).error).toEqual({
      name: "ErrorException",
      message: `data.example.com closed the connection before its answer was complete. ${maybe}`,
    });
  });

  test("a search raises an error, too", async () => {
    const simulator = await held.platform();
    await simulator.testAccount();
    held.portal.break("502");
    const search_fields = { dataset: "city-budget", words: "roads" };
    const { error, outcome } = await simulator.search("find_record", { search_fields });
    expect({ outcome, name: error?.name }).toEqual({ outcome: "error", name: "ErrorException" });
  });
});
