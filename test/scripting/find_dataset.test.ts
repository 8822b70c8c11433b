import { describe, expect, test } from "vitest";
import { withPortal } from "./with-portal.ts";

const held = withPortal();

async function find(search: string, search_fields: object) {
  const simulator = await held.platform();
  const { result, error } = await simulator.search(search, { search_fields: { ...search_fields } });
  return { found: result, error };
}

describe("find_dataset", () => {
  test.each(["city-budget", " City Budget "])(
    "finds %j by its identifier or its title, and its status",
    async (name) => {
      expect(await find("find_dataset", { name })).toMatchObject({
        found: {
          id: "da_bu6g3t",
          dataset_id: "city-budget",
          title: "City budget",
          status: "idle",
          is_published: true,
        },
      });
    },
  );

  test("finds one that is not published", async () => {
    held.portal.management.drafts.push(...held.portal.datasets.splice(5, 1));
    expect((await find("find_dataset", { name: "city-budget" })).found).toMatchObject({
      is_published: false,
    });
  });

  test("finds one among more than a page has room for", async () => {
    const others = held.portal.datasets.flatMap((dataset) =>
      Array.from({ length: 100 }, (_, index) => ({
        ...dataset,
        dataset_uid: `${dataset.dataset_uid}_${index}`,
        dataset_id: `${dataset.dataset_id}-${index}`,
      })),
    );
    held.portal.datasets.unshift(...others);
    expect((await find("find_dataset", { name: "city-budget" })).found).toMatchObject({ id: "da_bu6g3t" });
  });

  test("finds one by its title that is not published, or without a title by its identifier", async () => {
    held.portal.management.drafts.push(...held.portal.datasets.splice(5, 1));
    expect((await find("find_dataset", { name: "city BUDGET" })).found).toMatchObject({ id: "da_bu6g3t" });
    const [draft] = held.portal.management.drafts;
    if (draft) draft.metas.default.title = "";
    expect((await find("find_dataset", { name: "city-budget" })).found).toMatchObject({
      title: "city-budget",
    });
  });

  test("asks with a filter, and reads no list of all datasets", async () => {
    const requests = async (name: string) => {
      const simulator = await held.platform();
      await simulator.testAccount();
      held.portal.requests.length = 0;
      await simulator.search("find_dataset", { search_fields: { name } });
      return held.portal.requests.map(({ path, query }) => [path, Object.fromEntries(query)]);
    };
    expect((await requests("city-budget"))[0]).toEqual([
      "/api/automation/v1.0/datasets/",
      { dataset_id: "city-budget", limit: "1", offset: "0" },
    ]);
    expect((await requests("City budget"))[0]).toEqual([
      "/api/explore/v2.1/catalog/datasets",
      {
        ...{ limit: "100", offset: "0", where: '"City budget"' },
        select: "dataset_uid, dataset_id, attachments, metas",
      },
    ]);
    expect(await requests("City budget")).toHaveLength(4);
  });

  test("finds nothing where nothing is named, or there is nothing", async () => {
    expect(await find("find_dataset", { name: "  " })).toEqual({ found: undefined, error: undefined });
    expect(await find("find_dataset", { name: "budget" })).toEqual({ found: undefined, error: undefined });
  });

  test("creates what it does not find, once", async () => {
    const simulator = await held.platform();
    const options = {
      search_fields: { name: "Tram Stops" },
      create: { action_fields: { title: "Tram Stops", identifier: "tram-stops" } },
    };
    const first = await simulator.search("find_dataset", options);
    const second = await simulator.search("find_dataset", options);
    expect(first.error ?? second.error).toBeUndefined();
    expect([first.created, second.created]).toEqual([true, false]);
    expect(second.result).toMatchObject({ dataset_id: "tram-stops", is_published: false });
    expect(held.portal.management.drafts).toHaveLength(1);
  });
});
