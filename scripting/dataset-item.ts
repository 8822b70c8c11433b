/** A dataset of the catalog as later steps of a Zap see it. */
import { attachmentAddress, exportAddress, type ListedDataset } from "./explore.ts";
import type { Account } from "./portal.ts";

/** The sample of what `datasetItem` makes: a trigger adds its own `id`. */
export const sampleDataset = {
  dataset_uid: "da_5m8ykr",
  dataset_id: "air-quality",
  title: "Air Quality",
  description: "<p>Hourly measurements of all stations.</p>",
  theme: ["Environment"],
  keyword: ["air", "ozone"],
  publisher: "City of Example",
  language: "en",
  license: "Open Licence v2.0",
  records_count: 1280,
  modified: "2024-03-01T09:00:00+00:00",
  data_processed: "2024-03-01T09:05:12+00:00",
  metadata_processed: "2024-03-01T09:05:13.402000+00:00",
  url: "https://data.example.com/explore/dataset/air-quality/",
  csv: "https://data.example.com/api/explore/v2.1/catalog/datasets/air-quality/exports/csv",
  attachments: [
    {
      title: "stations.pdf",
      file: "https://data.example.com/api/explore/v2.1/catalog/datasets/air-quality/attachments/stations_pdf",
    },
  ],
} as const;

/** What is known of a dataset; its files are asked for when a later step needs them. */
export function datasetItem(
  { dataset_uid, dataset_id, attachments, metas }: ListedDataset,
  account: Account,
) {
  const { domain } = account;
  const meta = metas.default || {};
  return {
    dataset_uid,
    dataset_id,
    title: meta.title || dataset_id,
    description: meta.description,
    theme: meta.theme,
    keyword: meta.keyword,
    publisher: meta.publisher,
    language: meta.language,
    license: meta.license,
    records_count: meta.records_count,
    modified: meta.modified,
    data_processed: meta.data_processed,
    metadata_processed: meta.metadata_processed,
    url: datasetPage(domain, dataset_id),
    csv: z.dehydrateFile(exportAddress(account, dataset_id, "csv"), null, { name: `${dataset_id}.csv` }),
    attachments: (attachments || []).map(({ id, title }) => ({
      title,
      file: z.dehydrateFile(attachmentAddress(account, dataset_id, id), null, { name: title }),
    })),
  };
}

/** Where a dataset is shown to people. */
export function datasetPage(domain: string, dataset_id: string): string {
  return `https://${domain}/explore/dataset/${encodeURIComponent(dataset_id)}/`;
}
