import type { Metas } from "../dataset.ts";

type StoredMetas = Omit<Metas, "records_count">;

/** The keys that differ between the datasets of the city; the rest is the same for all of them. */
type OwnMetas = Pick<
  StoredMetas,
  "title" | "description" | "theme" | "keyword" | "modified" | "data_processed"
> &
  Partial<StoredMetas>;

/** The description of a dataset of the city. */
export function metas(own: OwnMetas): { default: StoredMetas } {
  const common: Omit<StoredMetas, keyof OwnMetas> & Partial<StoredMetas> = {
    source_domain_address: null,
    references: null,
    source_domain_title: null,
    geographic_reference: ["fr_40_99001"],
    timezone: null,
    parent_domain: null,
    modified_updates_on_data_change: false,
    metadata_processed: "2024-03-14T06:00:02.656000+00:00",
    territory: ["Rochebrune"],
    modified_updates_on_metadata_change: false,
    shared_catalog: null,
    source_domain: null,
    attributions: null,
    geographic_area_mode: null,
    geographic_reference_auto: true,
    geographic_area: null,
    publisher: "Ville de Rochebrune",
    language: "fr",
    license: "Licence Ouverte v2.0 (Etalab)",
    source_dataset: null,
    metadata_languages: ["fr"],
    oauth_scope: null,
    federated: false,
    license_url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
  };
  return { default: { ...common, ...own } as StoredMetas };
}
