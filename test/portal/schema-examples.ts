// Written by hand in the shape of the API's own examples.

export const default_metas = {
  records_count: 12,
  modified: "2022-05-03T09:10:11+00:00",
  source_domain_address: null,
  references: "https://example.org/stops",
  keyword: ["tram", "stop"],
  source_domain_title: null,
  geographic_reference: ["world"],
  timezone: null,
  title: "Tram stops",
  parent_domain: null,
  theme: ["Transport"],
  modified_updates_on_data_change: true,
  metadata_processed: "2022-05-03T09:10:12.162000+00:00",
  data_processed: "2022-05-02T08:00:00+00:00",
  territory: ["World"],
  description: "<p>All stops &gt; 1 line</p>",
  modified_updates_on_metadata_change: false,
  shared_catalog: null,
  source_domain: null,
  attributions: ["https://example.org/about"],
  geographic_area_mode: null,
  geographic_reference_auto: true,
  geographic_area: null,
  publisher: "Tram company",
  language: "en",
  license: "CC BY 4.0",
  source_dataset: null,
  metadata_languages: ["en"],
  oauth_scope: null,
  federated: false,
  license_url: "https://creativecommons.org/licenses/by/4.0/",
};

export const field = {
  description: null,
  label: "Stop",
  type: "text",
  name: "stop_name",
  annotations: { facet: [], facetsort: ["-count"], id: [] },
};

export const dataset = {
  dataset_id: "tram-stops",
  dataset_uid: "da_s2n5ed",
  attachments: [
    { mimetype: "application/zip", url: "odsfile://stops.zip", id: "stops_zip", title: "stops.zip" },
  ],
  has_records: true,
  data_visible: true,
  fields: [
    field,
    { annotations: {}, description: "WGS 84", type: "geo_point_2d", name: "place", label: "Place" },
  ],
  metas: { default: default_metas },
  features: ["geo", "analyze"],
};

export const record = {
  stop_name: "Gare",
  lines: ["A", "B"],
  place: { lat: 46.7, lon: 4.5 },
  opened: null,
  riders: 29278,
};
export const self = { href: "https://example.org/api/explore/v2.1/catalog/datasets/tram-stops", rel: "self" };
export const without_modified = Object.fromEntries(
  Object.entries(default_metas).filter(([key]) => key !== "modified"),
);
