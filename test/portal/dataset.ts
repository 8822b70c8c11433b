/**
 * The type of a field. Source: the examples of explore-v2.1 (text, int, date, geo_point_2d, geo_shape);
 * assumed: double, datetime, boolean.
 */
export type FieldType =
  | "text"
  | "int"
  | "double"
  | "boolean"
  | "date"
  | "datetime"
  | "geo_point_2d"
  | "geo_shape";

/** The publisher's annotations of a field: the name, and the arguments. */
export interface Annotations {
  /** The values serve refine and exclude. */
  facet?: string[];
  /** Several values of the facet can be chosen at once. */
  disjunctive?: string[];
  /** A text field that order_by accepts. */
  sortable?: string[];
  /** Part of the record's identity. */
  id?: string[];
  /** The value is a list; the argument is the separator in the source. */
  multivalued?: string[];
  /** The value is a path; the argument is its separator. */
  hierarchical?: string[];
  facetsort?: string[];
}

export interface Field {
  name: string;
  label: string;
  type: FieldType;
  annotations: Annotations;
  description: string | null;
}

export interface Attachment {
  mimetype: string;
  /** Begins with odsfile:// */
  url: string;
  id: string;
  title: string;
}

/** The keys of metas.default. Source: the three dataset examples of explore-v2.1, which have the same keys. */
export interface Metas {
  records_count: number;
  /** Set by the publisher or by the portal; may be null. */
  modified: string | null;
  source_domain_address: string | null;
  references: string | null;
  keyword: string[] | null;
  source_domain_title: string | null;
  geographic_reference: string[] | null;
  timezone: string | null;
  title: string;
  parent_domain: string | null;
  theme: string[] | null;
  modified_updates_on_data_change: boolean;
  /** When the description was last processed. */
  metadata_processed: string;
  /** When the records were last processed. */
  data_processed: string | null;
  territory: string[] | null;
  /** HTML. */
  description: string | null;
  modified_updates_on_metadata_change: boolean;
  shared_catalog: string | null;
  source_domain: string | null;
  attributions: string[] | null;
  geographic_area_mode: string | null;
  geographic_reference_auto: boolean;
  geographic_area: object | null;
  publisher: string | null;
  language: string | null;
  license: string | null;
  source_dataset: string | null;
  metadata_languages: string[] | null;
  oauth_scope: string | null;
  federated: boolean;
  license_url: string | null;
}

export interface GeoPoint {
  lat: number;
  lon: number;
}

export type FieldValue = string | number | boolean | null | string[] | number[] | GeoPoint;

/** The values of one record by field name; a field that is left out is null. */
export interface RecordValues {
  [field: string]: FieldValue;
}

/** A dataset as the portal keeps it: what the catalog answers, and the records beside it. */
export interface PortalDataset {
  /** In the URLs; the publisher can change it. */
  dataset_id: string;
  /** Never changes. */
  dataset_uid: string;
  attachments: Attachment[];
  has_records: boolean;
  /** False where a visitor sees the description but not the records. */
  data_visible: boolean;
  fields: Field[];
  /** records_count is left out: the portal counts the records when it answers. */
  metas: { default: Omit<Metas, "records_count"> };
  features: string[];
  records: RecordValues[];
}
