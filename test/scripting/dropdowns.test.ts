import { expect, test } from "vitest";
import { withPortal } from "./with-portal.ts";

const held = withPortal();

async function fill(trigger: string, options: { page?: number; trigger_fields?: object } = {}) {
  const simulator = await held.connect();
  const { page = 0, trigger_fields = {} } = options;
  const run = await simulator.poll(trigger, {
    trigger_fields: { ...trigger_fields },
    meta: { prefill: true, page },
  });
  expect(run.error).toBeUndefined();
  return run.items;
}

test("the dropdowns of a step offer labels, for values that scripting gets", async () => {
  const simulator = await held.connect();
  const offered = async (field: string) => {
    const { choices, error } = await simulator.dropdown(
      { trigger: "new_record", field },
      { fields: { dataset: "permis-de-construire" } },
    );
    expect(error).toBeUndefined();
    return choices;
  };
  expect(await offered("dataset")).toContainEqual({ value: "city-budget", label: "City budget" });
  expect(await offered("order_by")).toContainEqual({ value: "filed_on", label: "Date de dépôt" });
});

test("the dataset of an action can be found by a search", async () => {
  const simulator = await held.connect();
  const { value } = await simulator.searchfill(
    { action: "publish_dataset", field: "dataset" },
    { search_fields: { name: "City budget" } },
  );
  expect(value).toBe("da_bu6g3t");
});

test("themes, publishers and languages are those of the catalog, the most frequent first", async () => {
  expect((await fill("themes"))[0]).toEqual({ id: "Environnement", name: "Environnement", datasets: 2 });
  expect(await fill("languages")).toEqual([
    { id: "fr", name: "fr", datasets: 5 },
    { id: "en", name: "en", datasets: 1 },
  ]);
  expect((await fill("publishers")).map((item) => (item as { id: string }).id)).toContain(
    "Office de tourisme",
  );
});

test("datasets are offered by title, a hundred at a time", async () => {
  const [first] = held.portal.datasets;
  if (!first) throw new Error("The portal has no datasets.");
  for (let index = 0; index < 100; index++) {
    held.portal.datasets.push({
      ...structuredClone(first),
      dataset_id: `z-${index}`,
      dataset_uid: `da_${index}`,
    });
  }
  const pages = [
    await fill("datasets"),
    await fill("datasets", { page: 1 }),
    await fill("datasets", { page: 2 }),
  ];
  expect(pages.map((page) => page.length)).toEqual([100, 6, 0]);
  expect(pages[0]).toContainEqual({ id: "city-budget", title: "City budget", dataset_uid: "da_bu6g3t" });
});

test("managed datasets include those that are not published", async () => {
  const [draft] = held.portal.datasets.splice(5, 1);
  if (draft) held.portal.management.drafts.push(draft);
  expect(await fill("managed_datasets")).toContainEqual({
    id: "da_bu6g3t",
    title: "City budget",
    dataset_id: "city-budget",
    is_published: false,
  });
  expect(await fill("managed_datasets", { page: 1 })).toEqual([]);
});

test("fields are those of the dataset that was chosen in the same step, by their labels", async () => {
  expect(await fill("fields", { trigger_fields: { dataset: "permis-de-construire" } })).toContainEqual({
    id: "permit_number",
    label: "Numéro",
    type: "text",
  });
});

test("the test of an account finds its portal, even an empty one", async () => {
  held.portal.datasets.length = 0;
  expect(await fill("portal")).toEqual([{ id: "data.example.com", datasets: 0 }]);
});
