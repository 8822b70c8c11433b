import type { FullSearch, ReadResource, Resource, Search, SearchResults } from "zapc";
import { allManagedDatasets, managedDataset, titleOf } from "../automation.ts";
import { managedDatasetItem, sampleManagedDataset } from "../managed-dataset-item.ts";

export const search = {
  label: "Find Dataset",
  noun: "Dataset",
  help_text: "Finds a dataset, published or not, by its identifier or its title.",
  url: "https://{{domain}}/api/automation/v1.0/datasets/",
  resource_url: "https://{{domain}}/api/automation/v1.0/datasets/{{id}}/",
  search_or_create: "create_dataset",
  fields: [
    {
      key: "name",
      label: "Identifier or Title",
      type: "unicode",
      required: true,
      help_text: "All of it. Capital letters do not matter.",
    },
  ],
  sample: sampleManagedDataset,
} as const satisfies Search;

/** An unpublished dataset is not in the catalog: it is looked for among those that the account may edit. */
export function full_search(bundle: FullSearch<typeof search>): SearchResults {
  const name = folded(bundle.search_fields.name);
  return allManagedDatasets(bundle.auth_fields)
    .filter((dataset) => folded(dataset.dataset_id) === name || folded(titleOf(dataset)) === name)
    .map((dataset) => ({ id: dataset.uid, dataset_id: dataset.dataset_id, title: titleOf(dataset) }));
}

export function read_resource(bundle: ReadResource<typeof search>): Resource {
  const { auth_fields, read_fields } = bundle;
  return managedDatasetItem(managedDataset(auth_fields, String(read_fields.id)), auth_fields);
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}
