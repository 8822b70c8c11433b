import { describe, expect, test } from "vitest";
import { account } from "../platform/world.ts";
import { withPortal } from "./with-portal.ts";

const held = withPortal();
const fields = { new_dataset: {}, new_record: { dataset: "city-budget", order_by: "year" } };

/** What a poll ends in, after the account was connected in good order. */
async function errorOf(
  trigger: keyof typeof fields,
  spoil: () => void,
  trigger_fields: object = fields[trigger],
) {
  const simulator = await held.connect();
  expect((await simulator.poll(trigger, { trigger_fields: { ...fields[trigger] } })).error).toBeUndefined();
  spoil();
  const { error } = await simulator.poll(trigger, { trigger_fields: { ...trigger_fields } });
  return error && { name: error.name, message: error.message };
}

describe.each(["new_dataset", "new_record"] as const)("%s", (trigger) => {
  test("asks for a new key when the old one was revoked", async () => {
    expect(await errorOf(trigger, () => held.portal.revokeKey())).toEqual({
      name: "ExpiredAuthException",
      message:
        "data.example.com does not accept this API key. Create a new one at " +
        "https://data.example.com/account/api-keys/ and connect the account again.",
    });
  });

  test("waits, without turning the Zap off, while the portal has a problem", async () => {
    expect(await errorOf(trigger, () => held.portal.break("502"))).toEqual({
      name: "HaltedException",
      message: "data.example.com has a problem of its own (status 502).",
    });
  });

  test("says that a web page is no data", async () => {
    expect(await errorOf(trigger, () => held.portal.break("html"))).toEqual({
      name: "ErrorException",
      message:
        "data.example.com answered with a web page instead of data (status 200). Check the domain of the connected " +
        "account.",
    });
  });
});

test.each(["new_dataset", "new_record"] as const)(
  "%s waits until the quota is filled again",
  async (trigger) => {
    const exhaust = () => held.portal.exhaustQuota({ reset_time: "2024-03-16T00:00:00Z" });
    expect(await errorOf(trigger, exhaust)).toEqual({
      name: "HaltedException",
      message:
        "data.example.com accepts no more requests until 2024-03-16T00:00:00Z. Its limit of 10000 calls per day is used up.",
    });
  },
);

test("waits while the portal cannot be reached", async () => {
  const error = await errorOf("new_record", () => held.portal.break("hang-up"));
  expect(error).toMatchObject({
    name: "HaltedException",
    message: expect.stringMatching(/^data\.example\.com could not be reached: ./),
  });
});

test("quotes what the portal says of a filter it cannot read", async () => {
  const spoilt = { ...fields.new_record, filter: "amout > 3" };
  expect(await errorOf("new_record", () => {}, spoilt)).toEqual({
    name: "ErrorException",
    message:
      "data.example.com does not accept what this Zap asks for: ODSQL query is malformed: Unknown field: " +
      "amout Clause(s) containing the error(s): where. (ODSQLError)",
  });
});

test("says that a dataset is gone", async () => {
  expect(await errorOf("new_record", () => held.portal.datasets.splice(0))).toEqual({
    name: "ErrorException",
    message:
      'data.example.com does not have the dataset "city-budget", or it was renamed: Unknown dataset: city-budget ' +
      "(UnknownDatasetError)",
  });
});

test("says that the key may not read a dataset", async () => {
  const hide = () => {
    for (const dataset of held.portal.datasets) dataset.data_visible = false;
  };
  expect(await errorOf("new_record", hide)).toEqual({
    name: "ErrorException",
    message:
      'The API key has no permission for the dataset "city-budget" on data.example.com: The records of city-budget are ' +
      "not visible (PermissionDenied)",
  });
});

test("refuses a wrong key when the account is connected", async () => {
  const simulator = await held.connect({ ...account, api_key: "wrong" });
  const { error, requests } = await simulator.poll("new_dataset");
  expect(error).toMatchObject({ name: "ExpiredAuthException", method: "get_session_info" });
  expect(requests).toHaveLength(1);
});
