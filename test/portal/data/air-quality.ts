import type { PortalDataset } from "../dataset.ts";
import { field } from "./field.ts";
import { metas } from "./metas.ts";

const MARKET = { lat: 45.7641, lon: 4.8357 };
const HARBOUR = { lat: 45.7583, lon: 4.8422 };

/** Real time: processed every 15 minutes. An edit of a measure makes a new record id. */
export const airQuality: PortalDataset = {
  dataset_id: "qualite-de-lair-temps-reel",
  dataset_uid: "da_a1rq7x",
  attachments: [],
  has_records: true,
  data_visible: true,
  fields: [
    field({ name: "station", label: "Station", type: "text", annotations: { facet: [], sortable: [] } }),
    field({ name: "measured_at", label: "Date de mesure", type: "datetime", annotations: { facet: [] } }),
    field({ name: "no2", label: "NO₂", type: "double", description: "Dioxyde d'azote, en µg/m³" }),
    field({ name: "pm25", label: "PM2,5", type: "double", description: "Particules fines, en µg/m³" }),
    field({ name: "alert", label: "Alerte", type: "boolean" }),
    field({ name: "location", label: "Position", type: "geo_point_2d" }),
  ],
  metas: metas({
    title: "Qualité de l'air en temps réel",
    description: "<p>Mesures des stations de la ville, toutes les <strong>quinze minutes</strong>.</p>",
    theme: ["Environnement"],
    keyword: ["air", "pollution", "temps réel"],
    modified: "2024-03-15T11:45:00+00:00",
    data_processed: "2024-03-15T11:46:12+00:00",
    modified_updates_on_data_change: true,
    timezone: "Europe/Paris",
  }),
  features: ["geo", "analyze", "timeserie"],
  records: [
    {
      station: "Marché",
      measured_at: "2024-03-15T11:45:00+00:00",
      no2: 41.5,
      pm25: 12.1,
      alert: false,
      location: MARKET,
    },
    {
      station: "Marché",
      measured_at: "2024-03-15T11:30:00+00:00",
      no2: 44,
      pm25: 12.9,
      alert: false,
      location: MARKET,
    },
    {
      station: "Marché",
      measured_at: "2024-03-15T11:15:00+00:00",
      no2: 203.7,
      pm25: null,
      alert: true,
      location: MARKET,
    },
    {
      station: "Port de l'Île",
      measured_at: "2024-03-15T11:45:00+00:00",
      no2: 18.2,
      pm25: 7,
      alert: false,
      location: HARBOUR,
    },
    {
      station: "Port de l'Île",
      measured_at: "2024-03-15T11:30:00+00:00",
      no2: null,
      pm25: null,
      alert: null,
      location: HARBOUR,
    },
    {
      station: "Port de l'Île",
      measured_at: "2024-03-15T11:15:00+00:00",
      no2: 17.9,
      pm25: 6.4,
      alert: false,
      location: HARBOUR,
    },
  ],
};
