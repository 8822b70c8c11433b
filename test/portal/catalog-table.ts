import type { Metas, PortalDataset } from "./dataset.ts";
import type { Column, Row, Table } from "./table.ts";
import { inTimezone } from "./timezone.ts";

/** A dataset as the catalog answers it. Source: explore-v2.1, schema dataset-v2.1 and its examples. */
export type CatalogDataset = Omit<PortalDataset, "records" | "metas"> & { metas: { default: Metas } };

const text = { type: "text" } as const;
const texts = { type: "text", multivalued: true } as const;
const boolean = { type: "boolean" } as const;
const datetime = { type: "datetime" } as const;

// Source: explore-v2.1, example catalog_facets (publisher, features, language) and parameter refine (modified);
// assumed: keyword and theme are facets too, and title is the one text to order by.
const COLUMNS: { [Name in keyof Metas]: Omit<Column, "name"> } = {
  title: { ...text, sortable: true },
  description: text,
  theme: { ...texts, facet: true },
  keyword: { ...texts, facet: true },
  publisher: { ...text, facet: true },
  language: { ...text, facet: true },
  modified: { ...datetime, facet: true },
  data_processed: datetime,
  metadata_processed: datetime,
  records_count: { type: "int" },
  license: text,
  license_url: text,
  references: text,
  attributions: texts,
  territory: texts,
  timezone: text,
  metadata_languages: texts,
  modified_updates_on_data_change: boolean,
  modified_updates_on_metadata_change: boolean,
  federated: boolean,
  geographic_reference: texts,
  geographic_reference_auto: boolean,
  geographic_area: { type: "json" },
  geographic_area_mode: text,
  source_dataset: text,
  source_domain: text,
  source_domain_title: text,
  source_domain_address: text,
  parent_domain: text,
  shared_catalog: text,
  oauth_scope: text,
};

const DATES = ["modified", "data_processed", "metadata_processed"] as const;

/** The catalog as a table: the keys of metas.default, and those of the dataset itself. */
export function catalogTable(datasets: PortalDataset[], timezone: string): Table {
  return {
    columns: [
      { name: "dataset_id", type: "text" },
      { name: "dataset_uid", type: "text" },
      { name: "has_records", type: "boolean" },
      { name: "data_visible", type: "boolean" },
      { name: "features", type: "text", multivalued: true, facet: true },
      ...Object.entries(COLUMNS).map(([name, column]) => ({ name, ...column })),
    ],
    rows: datasets.map((dataset) => catalogRow(dataset, timezone)),
    default_keys: [
      "dataset_id",
      "dataset_uid",
      "attachments",
      "has_records",
      "data_visible",
      "fields",
      "metas",
      "features",
    ],
    extra_keys: [],
  };
}

function catalogRow(stored: PortalDataset, timezone: string): Row {
  const { records, metas, ...rest } = stored;
  const counted: Metas = { records_count: records.length, ...metas.default };
  return {
    values: { ...rest, ...counted },
    get shown() {
      const localized: Metas = { ...counted };
      for (const key of DATES) localized[key] = localize(counted[key], timezone) as string;
      const dataset: CatalogDataset = { ...rest, metas: { default: localized } };
      return { ...localized, ...dataset };
    },
  };
}

function localize(date: string | null, timezone: string): string | null {
  return date === null ? null : (inTimezone(date, timezone) ?? date);
}
