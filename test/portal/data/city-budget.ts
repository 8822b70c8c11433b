import type { PortalDataset } from "../dataset.ts";
import { field } from "./field.ts";
import { metas } from "./metas.ts";

/** In English, federated, processed long ago; year is a reserved word, which a query writes in back quotes. */
export const cityBudget: PortalDataset = {
  dataset_id: "city-budget",
  dataset_uid: "da_bu6g3t",
  attachments: [],
  has_records: true,
  data_visible: true,
  fields: [
    field({ name: "year", label: "Year", type: "int", annotations: { facet: [] } }),
    field({ name: "chapter", label: "Chapter", type: "text", annotations: { sortable: [] } }),
    field({
      name: "amount",
      label: "Amount",
      type: "double",
      description: "In euros; negative for a refund",
    }),
  ],
  metas: metas({
    title: "City budget",
    description: "<p>Adopted budget by chapter.</p>",
    theme: ["Administration, Government, Public finances, Citizenship"],
    keyword: ["budget", "finance"],
    modified: "2021-12-20T10:00:00+00:00",
    data_processed: "2021-12-20T10:00:05+00:00",
    language: "en",
    metadata_languages: ["en"],
    publisher: "Rochebrune Métropole",
    federated: true,
    source_domain: "rochebrune-metropole",
    source_domain_title: "Open data of Rochebrune Métropole",
    source_domain_address: "data.rochebrune-metropole.example",
    source_dataset: "budget",
  }),
  features: ["analyze"],
  records: [
    { year: 2022, chapter: "Schools", amount: 4_120_000 },
    { year: 2022, chapter: "Roads", amount: 2_350_500.75 },
    { year: 2022, chapter: "Refunds", amount: -12_000 },
    { year: 2021, chapter: "Schools", amount: 3_980_000 },
    { year: 2021, chapter: "Parks & gardens", amount: null },
  ],
};
