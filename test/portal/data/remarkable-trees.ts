import type { PortalDataset } from "../dataset.ts";
import { field } from "./field.ts";
import { metas } from "./metas.ts";

/** Nobody sets modified here: it is null, and the dataset is last when the catalog is ordered by it. */
export const remarkableTrees: PortalDataset = {
  dataset_id: "arbres-remarquables",
  dataset_uid: "da_7r33s0",
  attachments: [],
  has_records: true,
  data_visible: true,
  fields: [
    field({ name: "name", label: "Nom", type: "text", annotations: { sortable: [] } }),
    field({ name: "species", label: "Espèce", type: "text", annotations: { facet: [] } }),
    field({ name: "height", label: "Hauteur", type: "double", description: "En mètres" }),
    field({ name: "planted", label: "Année de plantation", type: "int" }),
    field({
      name: "labels",
      label: "Distinctions",
      type: "text",
      annotations: { multivalued: [";"], facet: [] },
    }),
    field({ name: "position", label: "Position", type: "geo_point_2d" }),
  ],
  metas: metas({
    title: "Arbres remarquables",
    description: "<p>Inventaire du service des espaces verts.</p>",
    theme: ["Environnement"],
    keyword: ["arbre", "espaces verts", "patrimoine"],
    modified: null,
    data_processed: "2023-10-02T14:00:00+00:00",
  }),
  features: ["geo", "analyze"],
  records: [
    {
      name: "Le Grand Chêne",
      species: "Chêne pédonculé",
      height: 31.5,
      planted: 1789,
      labels: ["Arbre remarquable de France", "Abri de la Révolution"],
      position: { lat: 45.7702, lon: 4.8291 },
    },
    {
      name: "Cèdre du parc",
      species: "Cèdre du Liban",
      height: 28,
      planted: 1862,
      labels: ["Arbre remarquable de France"],
      position: { lat: 45.7718, lon: 4.8304 },
    },
    {
      name: "Platane de l'école",
      species: "Platane commun",
      height: 22.25,
      planted: null,
      labels: null,
      position: { lat: 45.7649, lon: 4.8388 },
    },
  ],
};
