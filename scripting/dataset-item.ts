/** A dataset of the catalog as later steps of a Zap see it. */
import type { Meta } from "zapc";
import type { Portal } from "./call.ts";
import { attachmentAddress, exportAddress, type ListedDataset, metasOf } from "./explore.ts";
import { MOST_BYTES } from "./lists.ts";
import { pick } from "./objects.ts";
import { polled } from "./polled.ts";
import { byteLength } from "./portal.ts";

/** The sample of an item of `polledDatasets`: a trigger adds its own `id`. */
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
  license_url: "https://example.com/open-licence",
  references: "https://example.com/air",
  attributions: ["Institute of Air"],
  territory: ["Example"],
  federated: true,
  source_domain: "region",
  source_domain_title: "Regional Portal",
  source_domain_address: "region.example.com",
  source_dataset: "air-quality-region",
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

const metadata = [
  "theme keyword publisher language license license_url references attributions territory federated",
  "source_domain source_domain_title source_domain_address source_dataset",
  "records_count modified data_processed metadata_processed",
]
  .join(" ")
  .split(" ");

/** A longer description may become a pointer. */
const LONG = 2000;

/** Long descriptions become pointers when the items exceed the limit of the platform. */
export function polledDatasets(
  { portal, meta }: { portal: Portal; meta: Meta },
  datasets: ListedDataset[],
  keysOf: (dataset: ListedDataset) => { id: string; [key: string]: unknown },
): { id: string }[] {
  // When a Zap is turned on, no more than the ids was asked for.
  if (meta.first_poll) return polled(datasets.map(keysOf), meta);
  const bytes = datasets.reduce((sum, { metas }) => sum + byteLength(JSON.stringify(metas) || ""), 0);
  const longest = bytes > MOST_BYTES ? LONG : bytes;
  const items = datasets.map((dataset) => ({ ...keysOf(dataset), ...datasetItem(portal, dataset, longest) }));
  return polled(items, meta);
}

function datasetItem(portal: Portal, dataset: ListedDataset, longest: number) {
  const { dataset_uid, dataset_id, attachments } = dataset;
  const metas = metasOf(dataset);
  const isLong = String(metas.description).length > longest;
  return {
    dataset_uid,
    dataset_id,
    title: metas.title || dataset_id,
    description: isLong ? z.dehydrate("dataset_description", { dataset: dataset_id }) : metas.description,
    ...pick(metas, metadata),
    url: datasetPage(portal.domain, dataset_id),
    csv: fileAt(portal, exportAddress(portal, dataset_id, { format: "csv" }), `${dataset_id}.csv`),
    attachments: (attachments || []).map(({ id, title }) => ({
      title,
      file: fileAt(portal, attachmentAddress(portal, dataset_id, id), title),
    })),
  };
}

export function datasetPage(domain: string, dataset_id: string): string {
  return `https://${domain}/explore/dataset/${encodeURIComponent(dataset_id)}/`;
}

/** A file that is downloaded when a later step needs it. */
export function fileAt(portal: Portal, address: string, name: string): string {
  // With a request, the platform does not add the header of the account, which would be empty.
  return z.dehydrateFile(address, portal.authorization ? null : {}, { name });
}
