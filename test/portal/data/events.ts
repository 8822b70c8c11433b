import type { PortalDataset } from "../dataset.ts";
import { field } from "./field.ts";
import { metas } from "./metas.ts";

/** Has a hierarchical facet, and text with quotes of both kinds. */
export const events: PortalDataset = {
  dataset_id: "agenda-des-evenements",
  dataset_uid: "da_3v3nt5",
  attachments: [],
  has_records: true,
  data_visible: true,
  fields: [
    field({ name: "uid", label: "Identifiant", type: "int", annotations: { id: [] } }),
    field({ name: "title", label: "Titre", type: "text" }),
    field({
      name: "category",
      label: "Rubrique",
      type: "text",
      annotations: { facet: [], hierarchical: ["/"] },
    }),
    field({ name: "starts_at", label: "Début", type: "datetime" }),
    field({
      name: "price",
      label: "Tarif",
      type: "double",
      description: "En euros; vide si le tarif est libre",
    }),
    field({ name: "free", label: "Gratuit", type: "boolean" }),
    field({ name: "place", label: "Lieu", type: "text", annotations: { facet: [] } }),
  ],
  metas: metas({
    title: "Agenda des événements",
    description: "<p>Les rendez-vous de la ville &amp; de ses associations.</p>",
    theme: ["Culture, Patrimoine"],
    keyword: ["agenda", "culture", "sport"],
    modified: "2024-03-15T05:00:00+00:00",
    data_processed: "2024-03-15T05:00:31+00:00",
    publisher: "Office de tourisme",
  }),
  features: ["analyze", "timeserie", "calendar"],
  records: [
    {
      uid: 501,
      title: 'Ciné-concert : "Metropolis", film muet',
      category: "Culture/Cinéma",
      starts_at: "2024-03-22T19:30:00+00:00",
      price: 8.5,
      free: false,
      place: "Théâtre de l'Étoile",
    },
    {
      uid: 502,
      title: "Course des 10 km du port",
      category: "Sport/Course à pied",
      starts_at: "2024-04-07T07:00:00+00:00",
      price: 12,
      free: false,
      place: "Quai Nord",
    },
    {
      uid: 503,
      title: "Visite guidée de l'hôtel de ville",
      category: "Culture/Patrimoine",
      starts_at: "2024-03-16T13:00:00+00:00",
      price: 0,
      free: true,
      place: "Hôtel de ville",
    },
    {
      uid: 504,
      title: "Films d'ici : soirée courts métrages",
      category: "Culture/Cinéma",
      starts_at: "2024-03-29T18:00:00+00:00",
      price: null,
      free: null,
      place: null,
    },
  ],
};
