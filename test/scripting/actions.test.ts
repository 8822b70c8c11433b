import { describe, expect, test } from "vitest";
import { partOf, statusSince } from "../portal/index.ts";
import { withPortal } from "./with-portal.ts";

const held = withPortal();
const BUDGET = "da_bu6g3t";

async function write(action: string, action_fields: object) {
  const simulator = await held.platform();
  const run = await simulator.write(action, { action_fields: { ...action_fields } });
  return { result: run.result as { [key: string]: unknown } | undefined, error: run.error };
}

describe("publish_dataset", () => {
  test("begins to publish, and reports how far the portal is", async () => {
    const { result, error } = await write("publish_dataset", { dataset: BUDGET });
    expect(error).toBeUndefined();
    expect(result).toEqual({
      id: BUDGET,
      dataset_id: "city-budget",
      title: "City budget",
      is_published: true,
      is_restricted: false,
      status: "processing",
      since: "2024-03-15T12:00:00.000+00:00",
      message: null,
      url: `https://data.example.com/backoffice/catalog/datasets/${BUDGET}/`,
    });
  });

  test("says why the portal cannot begin", async () => {
    partOf(held.portal.management, held.dataset("city-budget")).status = statusSince(
      "deleting",
      "2024-03-15T11:00:00+00:00",
    );
    expect((await write("publish_dataset", { dataset: BUDGET })).error).toMatchObject({
      name: "ErrorException",
      message:
        "data.example.com does not accept what this Zap asks for: Invalid precondition, dataset status is 'deleting' " +
        "but must be one of 'idle, error, limit_reached' (invalid_dataset_status).",
    });
  });

  test("names the permission that the key's owner lacks", async () => {
    held.portal.management.permissions = ["edit_dataset"];
    expect((await write("publish_dataset", { dataset: BUDGET })).error?.message).toBe(
      `The API key has no permission for the dataset ${BUDGET} on data.example.com: it needs "Publish own datasets" ` +
        "(publish_dataset): You do not have the permission publish_dataset (PermissionDenied).",
    );
  });

  test("says that there is no such dataset", async () => {
    expect((await write("publish_dataset", { dataset: "da_gone" })).error).toMatchObject({
      name: "ErrorException",
      message:
        'data.example.com does not have the dataset "da_gone", or it was renamed. Choose it from the list, or give its ' +
        "identifier: the last part of its address on the portal.",
    });
  });
});

test("unpublish_dataset takes a dataset off the portal", async () => {
  const { result } = await write("unpublish_dataset", { dataset: BUDGET });
  expect(result).toMatchObject({ id: BUDGET, is_published: false, status: "processing" });
  expect(held.portal.datasets.map(({ dataset_id }) => dataset_id)).not.toContain("city-budget");
});

describe("create_dataset", () => {
  test("creates a dataset with what the user filled in, unpublished", async () => {
    const { result, error } = await write("create_dataset", {
      title: "Tram Stops",
      identifier: "tram-stops",
      description: "<p>All stops.</p>",
      keywords: ["tram", "stop"],
      is_restricted: true,
    });
    expect(error).toBeUndefined();
    expect(result).toMatchObject({
      dataset_id: "tram-stops",
      title: "Tram Stops",
      is_published: false,
      is_restricted: true,
      status: "idle",
    });
    const [draft] = held.portal.management.drafts;
    expect(draft?.metas.default).toMatchObject({
      title: "Tram Stops",
      description: "<p>All stops.</p>",
      keyword: ["tram", "stop"],
      language: "en",
      modified: "2024-03-15T12:00:00.000Z",
    });
  });

  test("says what is wrong with what the user filled in", async () => {
    expect(
      (await write("create_dataset", { title: "Budget", identifier: "city-budget" })).error?.message,
    ).toBe(
      "data.example.com does not accept what this Zap asks for: Invalid input; dataset_id: This identifier is already " +
        "used (validation_error).",
    );
  });
});

describe("update_dataset_metadata", () => {
  test("offers the metadata of the portal's active templates", async () => {
    const simulator = await held.platform();
    const { fields, error } = await simulator.customFields(
      { action: "update_dataset_metadata" },
      { fields: { dataset: BUDGET } },
    );
    expect(error).toBeUndefined();
    expect(fields.map(({ key }) => key)).toEqual([
      "default__title",
      "default__description",
      "default__keyword",
      "default__publisher",
      "default__modified",
      "quality__level",
      "quality__score",
    ]);
  });

  test("changes what is filled in, and nothing else", async () => {
    const before = structuredClone(held.dataset("city-budget").metas.default);
    const simulator = await held.platform();
    const { fields } = await simulator.customFields({ action: "update_dataset_metadata" });
    const { error } = await simulator.write("update_dataset_metadata", {
      action_fields: { dataset: BUDGET, default__title: "Budget", quality__score: 7, default__publisher: "" },
      custom_fields: fields,
    });
    expect(error).toBeUndefined();
    expect(held.dataset("city-budget").metas.default).toEqual({ ...before, title: "Budget" });
    expect(partOf(held.portal.management, held.dataset("city-budget")).metadata).toEqual({
      quality: { score: 7 },
    });
  });
});

describe("update_dataset_metadata, when the portal refuses one of several", () => {
  test("changes those before it, and says which", async () => {
    const simulator = await held.platform();
    const { fields } = await simulator.customFields({ action: "update_dataset_metadata" });
    // The portal has become stricter since the step was set up.
    for (const { schema } of held.portal.management.templates) {
      for (const field of schema) if (field.name === "score") field.choices = ["1", "2", "3"];
    }
    const { error } = await simulator.write("update_dataset_metadata", {
      action_fields: {
        dataset: BUDGET,
        default__title: "Budget",
        default__keyword: [],
        quality__level: "raw",
        quality__score: 7,
      },
      custom_fields: fields,
    });
    expect(error).toMatchObject({
      name: "ErrorException",
      message:
        "data.example.com does not accept what this Zap asks for: Invalid input; value: Must be one of 1, 2, 3 " +
        "(validation_error). Changed before that: default.title, quality.level.",
    });
    expect(held.dataset("city-budget").metas.default).toMatchObject({
      title: "Budget",
      keyword: ["budget", "finance"],
    });
  });
});

describe("invite_user", () => {
  test("invites a user", async () => {
    const { result } = await write("invite_user", {
      email: " louise@example.com ",
      permissions: ["edit_dataset"],
      groups: ["gr_1"],
    });
    expect(result).toEqual({ id: "louise", username: "louise", email: "louise@example.com" });
    expect(held.portal.management.users).toMatchObject([
      { email: "louise@example.com", permissions: ["edit_dataset"], groups: [{ uid: "gr_1" }] },
    ]);
  });

  test("says why the portal did not", async () => {
    expect((await write("invite_user", { email: "louise" })).error).toMatchObject({
      name: "ErrorException",
      message: "louise could not be invited: Enter a valid email address.",
    });
  });
});
