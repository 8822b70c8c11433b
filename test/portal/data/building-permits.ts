import type { PortalDataset } from "../dataset.ts";
import { field } from "./field.ts";
import { metas } from "./metas.ts";

/** permit_number is annotated as an id: an edited permit keeps its record id. */
export const buildingPermits: PortalDataset = {
  dataset_id: "permis-de-construire",
  dataset_uid: "da_p3rm1t",
  attachments: [
    { mimetype: "application/pdf", url: "odsfile://notice.pdf", id: "notice_pdf", title: "notice.pdf" },
  ],
  has_records: true,
  data_visible: true,
  fields: [
    field({ name: "permit_number", label: "Numéro", type: "text", annotations: { id: [], sortable: [] } }),
    field({ name: "status", label: "État", type: "text", annotations: { facet: [], disjunctive: [] } }),
    field({ name: "applicant", label: "Demandeur", type: "text" }),
    field({ name: "address", label: "Adresse", type: "text" }),
    field({ name: "surface", label: "Surface", type: "int", description: "Surface créée, en m²" }),
    field({ name: "filed_on", label: "Date de dépôt", type: "date", annotations: { facet: [] } }),
    field({ name: "decided_on", label: "Date de décision", type: "date" }),
  ],
  metas: metas({
    title: "Permis de construire",
    description: "<p>Demandes déposées depuis 2023.</p>",
    theme: ["Urbanisme", "Administration, Gouvernement, Finances publiques, Citoyenneté"],
    keyword: ["urbanisme", "construction", "logement"],
    modified: "2024-03-12T08:30:00+00:00",
    data_processed: "2024-03-12T08:31:40+00:00",
  }),
  features: ["analyze", "timeserie"],
  records: [
    {
      permit_number: "PC 099 24 00012",
      status: "En instruction",
      applicant: 'SCI "Les Tilleuls"',
      address: "12 bis, rue de l'Église",
      surface: 148,
      filed_on: "2024-03-04",
      decided_on: null,
    },
    {
      permit_number: "PC 099 24 00009",
      status: "Accordé",
      applicant: "Mme Zoé Lefèvre",
      address: "3, impasse du Chêne",
      surface: 36,
      filed_on: "2024-02-19",
      decided_on: "2024-03-11",
    },
    {
      permit_number: "PC 099 23 00087",
      status: "Refusé",
      applicant: "Garage O'Brien & Fils",
      address: "Zone d'activités Nord",
      surface: 1250,
      filed_on: "2023-11-30",
      decided_on: "2024-01-22",
    },
    {
      permit_number: "PC 099 23 00065",
      status: "Accordé",
      applicant: "Ville de Rochebrune",
      address: "Place de la République",
      surface: null,
      filed_on: "2023-09-01",
      decided_on: "2023-12-15",
    },
  ],
};
