import { describe, expect, test } from "vitest";
import { account } from "../platform/world.ts";
import { withPortal } from "./with-portal.ts";

const held = withPortal();
const fields = { new_dataset: {}, new_record: { dataset: "city-budget", order_by: "year" } };

/** The end of a poll, after the account was connected in good order. */
async function errorOf(
  trigger: keyof typeof fields,
  spoil: () => void,
  trigger_fields: object = fields[trigger],
) {
  const simulator = await held.platform();
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

test("waits when the portal gives no answer", async () => {
  expect(await errorOf("new_record", () => held.portal.break("hang-up"))).toEqual({
    name: "HaltedException",
    message: "data.example.com closed the connection before its answer was complete.",
  });
});

test("quotes what the portal says of a filter it cannot read", async () => {
  const spoilt = { ...fields.new_record, filter: "amout > 3" };
  expect(await errorOf("new_record", () => {}, spoilt)).toEqual({
    name: "ErrorException",
    message:
      "data.example.com does not accept what this Zap asks for: ODSQL query is malformed: Unknown field: " +
      "amout Clause(s) containing the error(s): where (ODSQLError).",
  });
});

test("says that a dataset is gone", async () => {
  expect(await errorOf("new_record", () => held.portal.datasets.splice(0))).toEqual({
    name: "ErrorException",
    message:
      'data.example.com does not have the dataset "city-budget", or it was renamed: Unknown dataset: city-budget ' +
      "(UnknownDatasetError). Choose it from the list, or give its identifier: the last part of its address on the portal.",
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
      "not visible (PermissionDenied).",
  });
});

test("refuses a wrong key when the account is connected", async () => {
  const simulator = await held.connect({ ...account, api_key: "wrong" });
  const { error, requests } = await simulator.poll("new_dataset");
  expect(error).toMatchObject({ name: "ExpiredAuthException", method: "get_session_info" });
  expect(requests).toHaveLength(1);
});

describe("an answer that passes by itself halts, and says what it was", () => {
  test.each([
    ["torn", "data.example.com closed the connection before its answer was complete."],
    ["cut-off", "data.example.com broke off in the middle of its answer (status 200)."],
    ["empty", "data.example.com gave an empty answer (status 200)."],
  ] as const)("%s", async (failure, message) => {
    expect(await errorOf("new_record", () => held.portal.break(failure))).toEqual({
      name: "HaltedException",
      message,
    });
  });

  test.each([408, 500, 503, 504])("status %i", async (status) => {
    const spoil = () => held.portal.break({ status, body: "<html><body>Gateway</body></html>" });
    expect(await errorOf("new_record", spoil)).toEqual({
      name: "HaltedException",
      message: `data.example.com has a problem of its own (status ${status}).`,
    });
  });

  test("a quota without a time and without a limit", async () => {
    const spoil = () => held.portal.break({ status: 429, body: "Slow down" });
    expect(await errorOf("new_record", spoil)).toEqual({
      name: "HaltedException",
      message: "data.example.com accepts no more requests until later. It is too busy.",
    });
  });
});

describe("an answer that does not pass by itself is an error", () => {
  const errorFor = (status: number, body: object | string) =>
    errorOf("new_record", () => held.portal.break({ status, body }));

  const login = ["a page to log in", "the domain and the API key"] as const;
  test.each([
    [200, '<!DOCTYPE html>\n<form action="/login"><input type="password"></form>', ...login],
    [403, "<html><body>Please sign in</body></html>", ...login],
    [200, "  <html><body>Welcome</body></html>", "a web page", "the domain"],
    [404, "<html><body>Not found</body></html>", "a web page", "the domain"],
  ] as const)("a page with status %i: %s", async (status, body, page, check) => {
    expect(await errorFor(status, body)).toEqual({
      name: "ErrorException",
      message: `data.example.com answered with ${page} instead of data (status ${status}). Check ${check} of the connected account.`,
    });
  });

  test.each([
    ["a text", "OK"],
    ["another object", { hello: "world" }],
    ["a list", []],
  ])("data of another shape: %s", async (_, body) => {
    expect(await errorOf("new_dataset", () => held.portal.break({ status: 200, body }))).toEqual({
      name: "ErrorException",
      message: "data.example.com answered with something else than the data of a portal (status 200).",
    });
  });

  test.each([
    [{ message: "Invalid input", detail: { title: ["Too long."] } }, "Invalid input; title: Too long."],
    [{ detail: "Not allowed." }, "Not allowed."],
    [
      {
        message: "Invalid input",
        detail: { fields: [{ name: ["Too long.", "Not unique."] }, {}, { type: "Unknown." }] },
      },
      "Invalid input; fields.1.name: Too long; fields.1.name: Not unique; fields.3.type: Unknown.",
    ],
    [
      {
        detail: { non_field_errors: ["No rights."], metadata: { default: { title: { value: ["Empty."] } } } },
      },
      "No rights; metadata.default.title.value: Empty.",
    ],
    [{ detail: ["One.", "Two."] }, "One; Two."],
    [{ error: { message: "No." }, error_code: "refused" }, "No (refused)."],
  ])("the faults that a portal finds, as a sentence: %j", async (body, said) => {
    expect(await errorFor(400, body)).toEqual({
      name: "ErrorException",
      message: `data.example.com does not accept what this Zap asks for: ${said}`,
    });
  });

  test("any other status, with or without a reason", async () => {
    expect((await errorFor(418, { message: "I'm a teapot", error_code: "teapot" }))?.message).toBe(
      "data.example.com refused the request with status 418: I'm a teapot (teapot).",
    );
    held.portal.mend();
    expect((await errorFor(410, "Gone"))?.message).toBe(
      "data.example.com refused the request with status 410.",
    );
  });
});
