/** The fields with which a user chooses records of a dataset, and the conditions that they stand for. */
import type { CustomFields } from "zapc";
import { inArea } from "./area.ts";
import type { Dataset, Field, Selection } from "./explore.ts";
import { all } from "./odsql.ts";

export const datasetField = {
  key: "dataset",
  label: "Dataset",
  type: "unicode",
  required: true,
  placeholder: "air-quality",
  prefill: "datasets.id.title",
  help_text: "The dataset, or its identifier as in its address on the portal.",
} as const;

export const selectionFields = [
  {
    key: "filter",
    label: "Filter",
    type: "text",
    placeholder: "temperature > 30",
    help_text:
      "Only records that match this condition in [ODSQL](https://help.opendatasoft.com/apis/ods-explore-v2/#section/Opendatasoft-Query-Language-%28ODSQL%29).",
  },
  {
    key: "facets",
    label: "Facets",
    type: "unicode",
    list: true,
    placeholder: "station:Harbour",
    help_text: "Only records with these values of facets, each as `facet:value`.",
  },
  {
    key: "area",
    label: "Area",
    type: "text",
    placeholder: "48.85, 2.35, 10km",
    help_text:
      "Only records in a circle (`48.85, 2.35, 10km`) or a polygon (`(48.8,2.2),(48.9,2.2),(48.9,2.4)`, latitude first, or `POLYGON((2.2 48.8, …))`).",
  },
] as const;

export const identityField = {
  key: "id_fields",
  label: "Identifying Fields",
  type: "unicode",
  list: true,
  prefill: "fields.id.label",
  help_text:
    "What tells records apart. Without any, the dataset's own unique fields are used; where it has none, a record that is edited counts as new.",
} as const;

interface RecordChoice {
  filter?: string;
  facets?: string[];
  area?: string;
}

/** The chosen records of a dataset, as it is asked for them. */
export function chosenRecords({ filter, facets, area }: RecordChoice, dataset: Dataset): Selection {
  const place = area && area.trim() !== "" ? inArea(placeField(dataset), area) : undefined;
  return {
    where: all([filter, place]),
    refine: (facets || []).map((facet) => facet.trim()).filter((facet) => facet !== ""),
  };
}

/** Where a record is: its outline, or else its point. */
function placeField({ dataset_id, fields }: Dataset): string {
  const byType = (type: string) => fields.filter((field) => field.type === type)[0];
  const place = byType("geo_shape") || byType("geo_point_2d");
  if (!place) throw new ErrorException(`The dataset "${dataset_id}" has no places: leave the area empty.`);
  return place.name;
}

/** What the platform calls the types of fields; any other is text. */
const fieldTypes: { [type: string]: CustomFields[number]["type"] } = {
  int: "int",
  double: "float",
  boolean: "bool",
  date: "datetime",
  datetime: "datetime",
};

/** The labels of a dataset's fields, for items that have the values under keys with a prefix. */
export function labelsOf(fields: Field[], prefix: string): CustomFields {
  return fields.map(({ name, label, type }) => ({
    type: fieldTypes[type] || "unicode",
    key: prefix + name,
    label: label || name,
  }));
}
