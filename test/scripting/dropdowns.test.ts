import { describe, expect, test } from "vitest";
import { withPortal } from "./with-portal.ts";

const held = withPortal();

async function fill(trigger: string, options: { page?: number; trigger_fields?: object } = {}) {
  const simulator = await held.platform();
  const { page = 0, trigger_fields = {} } = options;
  const run = await simulator.poll(trigger, {
    trigger_fields: { ...trigger_fields },
    meta: { prefill: true, page },
  });
  expect(run.error).toBeUndefined();
  return run.items;
}

test("the dropdowns of a step offer labels, for values that scripting gets", async () => {
  const simulator = await held.platform();
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

test.each([
  { action: "publish_dataset", field: "dataset" },
  { action: "export_records", field: "dataset" },
  { search: "find_record", field: "dataset" },
])("the dataset of a step can be found by a search: %j", async (place) => {
  const simulator = await held.platform();
  const { value } = await simulator.searchfill(place, { search_fields: { name: "City budget" } });
  expect(value).toBe("city-budget");
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
    id: "city-budget",
    title: "City budget",
    dataset_uid: "da_bu6g3t",
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

test("keywords are those of the catalog; harvesters, groups and file formats those of the portal", async () => {
  expect(await fill("keywords")).toContainEqual({ id: "finance", name: "finance", datasets: 1 });
  expect(await fill("harvesters")).toEqual([{ id: "ha_7r2k1m", name: "Portail régional", type: "ckan" }]);
  expect(await fill("groups")).toEqual([
    { id: "gr_1", title: "Data Team" },
    { id: "readers", title: "Readers" },
  ]);
  expect(await fill("extractors")).toEqual([
    { id: "csvfile", label: "CSV File" },
    { id: "jsonfile", label: "JSON File" },
  ]);
});

test("facets are offered with their values, and how often each occurs", async () => {
  expect(await fill("catalog_facets")).toContainEqual({
    id: "theme:Environnement",
    name: "theme: Environnement (2)",
    facet: "theme",
  });
  const dataset = "qualite-de-lair-temps-reel";
  expect(await fill("record_facets", { trigger_fields: { dataset } })).toContainEqual({
    id: "station:Marché",
    name: "station: Marché (3)",
    facet: "station",
  });
});

test("a dataset is offered under the same identifier in triggers, actions and searches", async () => {
  const simulator = await held.platform();
  const places = [
    { trigger: "new_record", field: "dataset" },
    { trigger: "new_feedback", field: "dataset" },
    { trigger: "dataset_status", field: "datasets" },
    { action: "publish_dataset", field: "dataset" },
    { action: "export_records", field: "dataset" },
    { search: "find_record", field: "dataset" },
  ];
  for (const place of places) {
    const { choices, error } = await simulator.dropdown(place);
    expect(error).toBeUndefined();
    expect(choices).toContainEqual({ value: "city-budget", label: "City budget" });
  }
});

describe("a dropdown that depends on the dataset", () => {
  const places = [
    { trigger: "new_record", field: "order_by", list: "its fields" },
    { trigger: "field_value_changed", field: "watched", list: "its fields" },
    { trigger: "new_record", field: "facets", list: "its facets" },
    { search: "find_record", field: "field", list: "its fields" },
    { action: "export_records", field: "fields", list: "its fields" },
  ];

  test.each(places)("says to choose the dataset first: $field", async ({ list, ...place }) => {
    const simulator = await held.platform();
    await simulator.testAccount();
    held.portal.requests.length = 0;
    for (const fields of [{}, { dataset: "  " }]) {
      const { error, choices } = await simulator.dropdown(place, { fields });
      expect(choices).toEqual([]);
      expect(error).toMatchObject({
        name: "ErrorException",
        message: `Choose the dataset first: then this list shows ${list}.`,
      });
    }
    expect(held.portal.requests).toEqual([]);
  });

  test.each(places)("says that the dataset is not known yet: $field", async ({ list, ...place }) => {
    const simulator = await held.platform();
    await simulator.testAccount();
    held.portal.requests.length = 0;
    const { error } = await simulator.dropdown(place, { fields: { dataset: "{{123__dataset_id}}" } });
    expect(error).toMatchObject({
      name: "ErrorException",
      message:
        `The dataset comes from an earlier step, so that this list cannot show ${list} yet. Type the name, or choose a ` +
        "dataset first.",
    });
    expect(held.portal.requests).toEqual([]);
  });

  test("says that there is no such dataset", async () => {
    const simulator = await held.platform();
    const { error } = await simulator.dropdown(
      { trigger: "new_record", field: "order_by" },
      { fields: { dataset: "gone" } },
    );
    expect(error?.message).toBe(
      'data.example.com does not have the dataset "gone", or it was renamed: Unknown dataset: gone ' +
        "(UnknownDatasetError). Choose it from the list, or give its identifier: the last part of its address on the portal.",
    );
  });

  test("has no labels either, and asks for none", async () => {
    const simulator = await held.platform();
    await simulator.testAccount();
    held.portal.requests.length = 0;
    for (const dataset of ["", "{{123__dataset_id}}"]) {
      for (const place of [{ trigger: "new_record" }, { trigger: "field_value_changed" }]) {
        expect((await simulator.customFields(place, { fields: { dataset } })).fields).toEqual([]);
      }
      const found = await simulator.customFields(
        { search: "find_record" },
        { fields: { dataset }, result: true },
      );
      expect({ fields: found.fields, error: found.error }).toEqual({ fields: [], error: undefined });
    }
    expect(held.portal.requests).toEqual([]);
  });
});

test("the test of an account finds its portal, even an empty one", async () => {
  held.portal.datasets.length = 0;
  expect(await fill("portal")).toEqual([{ id: "data.example.com", datasets: 0 }]);
});
