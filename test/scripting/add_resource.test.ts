import { describe, expect, test } from "vitest";
import { partOf } from "../portal/index.ts";
import { withPortal } from "./with-portal.ts";

const held = withPortal();
const fields = { dataset: "city-budget", title: "budget.csv", format: "csvfile" };

async function add(own: object) {
  const simulator = await held.platform();
  const { result, error } = await simulator.write("add_resource", { action_fields: { ...fields, ...own } });
  return { result, error: error && { name: error.name, message: error.message } };
}

const managedBudget = () => partOf(held.portal.management, held.dataset("city-budget"));

describe("add_resource", () => {
  test("adds the address of a file", async () => {
    const { result, error } = await add({ file_url: " https://example.com/open/budget.csv?year=2024 " });
    expect(error).toBeUndefined();
    expect(result).toEqual({
      id: "re_1",
      title: "budget.csv",
      format: "csvfile",
      updated_at: "2024-03-15T12:00:00.000+00:00",
      dataset_uid: "da_bu6g3t",
    });
    expect(managedBudget().resources).toMatchObject([
      {
        type: "csvfile",
        title: "budget.csv",
        datasource: {
          type: "http",
          connection: { type: "http", url: "https://example.com", auth: null },
          headers: [],
          relative_url: "/open/budget.csv?year=2024",
        },
      },
    ]);
  });

  test("uploads a file of an earlier step, and makes a resource of it", async () => {
    const file =
      "https://data.example.com/api/explore/v2.1/catalog/datasets/permis-de-construire/attachments/notice_pdf";
    const { result, error } = await add({ file });
    expect(error).toBeUndefined();
    expect(result).toMatchObject({ id: "re_1", dataset_uid: "da_bu6g3t" });
    expect(managedBudget().files).toEqual([
      { uid: "notice_pdf", filename: "notice_pdf", content: "The file notice.pdf.\n" },
    ]);
    expect(managedBudget().resources).toMatchObject([
      { type: "csvfile", datasource: { type: "uploaded_file", file: { uid: "notice_pdf" } } },
    ]);
  });

  test.each([
    [{}, "Fill in either the file or the file URL."],
    [
      { file_url: "budget.csv" },
      '"budget.csv" is not the address of a file. It looks like https://example.com/a.csv.',
    ],
    [
      { dataset: " ", file_url: "https://example.com/a.csv" },
      "The dataset is empty. Choose it from the list, or give its identifier: the last part of its address on the portal.",
    ],
    [
      { dataset: "gone", file_url: "https://example.com/a.csv" },
      'data.example.com does not have the dataset "gone", or it was renamed. Choose it from the list, or give its ' +
        "identifier: the last part of its address on the portal.",
    ],
  ])("says what is wrong with %j", async (own, message) => {
    expect((await add(own)).error).toEqual({ name: "ErrorException", message });
    expect(managedBudget().resources).toEqual([]);
  });

  test.each(["cut-off", "empty"] as const)("says that the resource is missing: %s", async (failure) => {
    const simulator = await held.platform();
    expect((await simulator.testAccount()).valid).toBe(true);
    held.portal.break(failure, { method: "POST", path: /\/files\/$/ });
    expect((await add({ file: "https://data.example.com/api/explore/v2.1/catalog/datasets" })).error).toEqual(
      {
        name: "ErrorException",
        message:
          "data.example.com took the file and broke off its answer, so that the resource is missing. Repeat this step.",
      },
    );
  });

  test("names the permission that the key's owner lacks", async () => {
    held.portal.management.permissions = [];
    expect((await add({ file_url: "https://example.com/a.csv" })).error?.message).toContain(
      'it needs "Edit all datasets" (edit_dataset)',
    );
  });
});
