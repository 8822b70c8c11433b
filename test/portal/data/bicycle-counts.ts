import type { PortalDataset } from "../dataset.ts";
import { field } from "./field.ts";
import { metas } from "./metas.ts";

const START = Date.UTC(2024, 2, 5);
const DAY = 24 * 60 * 60 * 1000;
const COUNTS = [412, 388, 455, 402, null, 198, 431, 467, 120, 476];

/** One record a day, ten of them; a field has a name of digits, which a query writes in back quotes. */
export const bicycleCounts: PortalDataset = {
  dataset_id: "comptages-velos",
  dataset_uid: "da_b1cyc1",
  attachments: [],
  has_records: true,
  data_visible: true,
  fields: [
    field({ name: "day", label: "Jour", type: "date", annotations: { facet: [] } }),
    field({ name: "counter", label: "Compteur", type: "text", annotations: { facet: [] } }),
    field({ name: "2024", label: "Passages en 2024", type: "int" }),
  ],
  metas: metas({
    title: "Comptages vélos",
    description: null,
    theme: ["Transports, Déplacements"],
    keyword: null,
    modified: "2024-03-14T23:00:00+00:00",
    data_processed: "2024-03-15T02:00:00+00:00",
    license: null,
    license_url: null,
  }),
  features: ["analyze", "timeserie"],
  records: COUNTS.map((count, index) => ({
    day: new Date(START + index * DAY).toISOString().slice(0, 10),
    counter: index % 2 === 0 ? "Pont Neuf" : "Gare",
    "2024": count,
  })),
};
