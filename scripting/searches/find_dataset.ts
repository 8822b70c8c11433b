import type { FullSearch, ReadResource, Resource, Search, SearchMethods, SearchResults } from "zapc";
import type { Portal } from "../call.ts";
import { catalogDatasets, metasOf } from "../explore.ts";
import { managedDatasetItem, sampleManagedDataset } from "../managed-dataset-item.ts";
import {
  datasetOfName,
  type ManagedDataset,
  managedDataset,
  managedDatasetIfThere,
  managedDatasets,
  titleOf,
} from "../managed-datasets.ts";
import { text } from "../odsql.ts";
import { actingPortal } from "../portal.ts";

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
      help_text: "The whole identifier, or the whole title. Capital letters do not matter.",
    },
  ],
  sample: sampleManagedDataset,
} as const satisfies Search;

const MOST_CANDIDATES = 1000;

export function full_search(bundle: FullSearch<typeof search>): SearchResults {
  const portal = actingPortal(bundle);
  const name = bundle.search_fields.name.trim();
  if (name === "") return [];
  const found = withIdentifier(portal, name) || publishedWithTitle(portal, name) || withTitle(portal, name);
  return found ? [{ id: found.uid, dataset_id: found.dataset_id, title: titleOf(found) }] : [];
}

/** An identifier has no blanks. */
function withIdentifier(portal: Portal, name: string): ManagedDataset | undefined {
  if (/\s/.test(name)) return undefined;
  return managedDatasetIfThere(portal, name) || datasetOfName(portal, folded(name));
}

function publishedWithTitle(portal: Portal, title: string): ManagedDataset | undefined {
  const matches = catalogDatasets(portal, { where: text(title), most: MOST_CANDIDATES });
  const match = matches.filter((each) => folded(String(metasOf(each).title)) === folded(title))[0];
  return match && managedDatasetIfThere(portal, match.dataset_uid);
}

/** The API cannot look for titles that are not published: all are looked through. */
function withTitle(portal: Portal, title: string): ManagedDataset | undefined {
  return managedDatasets(portal).filter((dataset) => folded(titleOf(dataset)) === folded(title))[0];
}

export function read_resource(bundle: ReadResource<typeof search>): Resource {
  const portal = actingPortal(bundle);
  return managedDatasetItem(portal, managedDataset(portal, String(bundle.read_fields.id)));
}

function folded(typed: string): string {
  return typed.trim().toLowerCase();
}

({ full_search, read_resource }) satisfies SearchMethods<typeof search>;
