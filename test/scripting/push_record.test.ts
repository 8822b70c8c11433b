import { describe, expect, test } from "vitest";
import type { WriteOptions } from "zapc/simulator";
import { withPortal } from "./with-portal.ts";

const held = withPortal();
const air = "qualite-de-lair-temps-reel";
const push_url = `https://data.example.com/api/push/1.0/${air}/mesures/push/?pushkey=push-key`;

async function push(action_fields: object, custom_fields: WriteOptions["custom_fields"] = []) {
  const simulator = await held.platform();
  const run = await simulator.write("push_record", {
    action_fields: { push_url, ...action_fields },
    custom_fields,
  });
  // The push key is in no message, and in no result.
  expect(JSON.stringify([run.result, run.error])).not.toContain("push-key");
  return run;
}

describe("push_record", () => {
  test("adds a record to a real-time dataset, with the push key only", async () => {
    const { result, error } = await push({ values: { station: "Gare", alert: "oui" } });
    expect(error).toBeUndefined();
    expect(result).toEqual({ status: "OK", record: { station: "Gare", alert: "oui" } });
    const request = held.portal.requests.at(-1);
    expect(request).toMatchObject({ method: "POST", query: [["pushkey", "push-key"]] });
    expect(request?.headers).not.toHaveProperty("authorization");
    expect(held.dataset(air).records.at(-1)).toEqual({ station: "Gare", alert: "oui" });
  });

  test("offers the fields of the chosen dataset by their labels, with their types", async () => {
    const simulator = await held.platform();
    const { fields } = await simulator.customFields({ action: "push_record" }, { fields: { dataset: air } });
    expect(fields).toContainEqual({ key: "record__no2", label: "NO₂", type: "number", required: false });
    const without = await simulator.customFields({ action: "push_record" });
    expect({ fields: without.fields, error: without.error }).toEqual({ fields: [], error: undefined });
    const values = { record__station: "Gare", record__no2: "12.5", record__pm25: "" };
    const { result, error } = await push(values, fields);
    expect(error).toBeUndefined();
    expect(result).toMatchObject({ record: { station: "Gare", no2: 12.5 } });
  });

  test.each([
    [
      { push_url: "https://data.example.com/api/push/1.0/air/mesures/push/", values: { station: "Gare" } },
      "The push URL is not complete. Copy it with its push key from the resource in the portal's back office.",
    ],
    [
      {
        push_url: "http://data.example.com/api/push/1.0/air/mesures/push/?pushkey=push-key",
        values: { a: 1 },
      },
      "The push URL is not complete. Copy it with its push key from the resource in the portal's back office.",
    ],
    [{}, "Fill in at least one field of the record."],
    [
      { values: { ozone: 1 } },
      "data.example.com did not take the record (status 400): There is no field ozone (validation_error).",
    ],
    [
      { push_url: push_url.replace("push-key", "old-key"), values: { station: "Gare" } },
      "data.example.com did not take the record (status 403): The push key is not valid (PermissionDenied).",
    ],
  ])("says what is wrong with %j", async (action_fields, message) => {
    expect((await push(action_fields)).error).toMatchObject({ name: "ErrorException", message });
  });

  test("says that the record may have been taken when there is no answer", async () => {
    const simulator = await held.platform();
    held.portal.break("hang-up", { path: /push/ });
    const action_fields = { push_url, values: { station: "Gare" } };
    expect((await simulator.write("push_record", { action_fields })).error).toMatchObject({
      name: "ErrorException",
      message:
        "data.example.com gave no answer. It may have taken the record all the same: look at the dataset before you repeat it.",
    });
  });
});
