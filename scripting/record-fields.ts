/** The fields with which a user chooses records of a dataset. */
import type { CustomFields } from "zapc";
import { inArea } from "./area.ts";
import type { Dataset, Field, Selection } from "./explore.ts";
import { refinements } from "./facets.ts";
import { all } from "./odsql.ts";

export const datasetField = {
  key: "dataset",
  label: "Dataset",
  type: "unicode",
  required: true,
  placeholder: "air-quality",
  prefill: "datasets.id.title",
  help_text: "Choose a dataset, or give its identifier: the last part of its address on the portal.",
} as const;

export const selectionFields = [
  {
    key: "filter",
    label: "Filter",
    type: "text",
    placeholder: "temperature > 30",
    help_text:
      "Only records that match this condition in [ODSQL](https://help.opendatasoft.com/apis/ods-explore-v2/#section/Opendatasoft-Query-Language-%28ODSQL%29), the portal's query language.",
  },
  {
    key: "facets",
    label: "Facets",
    type: "unicode",
    list: true,
    prefill: "record_facets.id.name",
    placeholder: "station:Harbour",
    help_text: "Only records with these values of the dataset's filters, each written as `facet:value`.",
  },
  {
    key: "area",
    label: "Area",
    type: "text",
    placeholder: "48.85, 2.35, 10km",
    help_text:
      "Only records in a circle (`48.85, 2.35, 10km`, latitude first) or in a polygon (`(48.8,2.2),(48.9,2.2),(48.9,2.4)`). The address of a filtered map of the portal, GeoJSON and `POLYGON((2.2 48.8, …))` work, too.",
  },
] as const;

export const identityField = {
  key: "id_fields",
  label: "Identifying Fields",
  type: "unicode",
  list: true,
  prefill: "fields.id.label",
  help_text:
    "The fields that together identify a record, such as its number. If this is empty, the Zap uses the dataset's own unique fields. If the dataset has none, an edited record counts as new, and a field that is added to the dataset makes every record trigger once more.",
} as const;

interface RecordChoice {
  filter?: string;
  facets?: string[];
  area?: string;
}

export function chosenRecords(choice: RecordChoice, dataset: Dataset): Selection {
  const { area } = choice;
  const place = area && area.trim() !== "" ? inArea(placeField(dataset), area) : undefined;
  return { where: all([choice.filter, place]), refine: refinements(choice.facets) };
}

function placeField(dataset: Dataset): string {
  const byType = (type: string) => dataset.fields.filter((field) => field.type === type)[0];
  const place = byType("geo_point_2d") || byType("geo_shape");
  if (!place)
    throw new ErrorException(`The dataset "${dataset.dataset_id}" has no places: leave the area empty.`);
  return place.name;
}

/** The dataset that is chosen so far, for a list that depends on it. */
export function datasetChosenFor(list: string, { dataset }: { dataset?: unknown }): string {
  const typed = String(dataset || "").trim();
  if (typed === "") throw new ErrorException(`Choose the dataset first: then this list shows ${list}.`);
  if (isVariable(typed)) {
    throw new ErrorException(
      `The dataset comes from an earlier step, so that this list cannot show ${list} yet. Type the name, or choose a dataset first.`,
    );
  }
  return typed;
}

/** A variable of an earlier step has no value before the Zap runs. */
export function isVariable(text: string): boolean {
  return /\{\{.*\}\}/.test(text);
}

const fieldTypes: { [type: string]: CustomFields[number]["type"] } = {
  int: "int",
  double: "float",
  boolean: "bool",
  date: "datetime",
  datetime: "datetime",
  html: "text",
  longstring: "text",
};

/** The platform's type for a field or for metadata of a portal. */
export function platformType(type: string | undefined): CustomFields[number]["type"] {
  return fieldTypes[String(type)] || "unicode";
}

/** For values under keys with a prefix. */
export function labelsOf(fields: Field[], prefix: string): CustomFields {
  return fields.map(({ name, label, type }) => ({
    type: platformType(type),
    key: prefix + name,
    label: label || name,
  }));
}
