import type { FullSearch, Search, SearchResults } from "zapc";
import { datasetPage } from "../dataset-item.ts";
import { dataset, records } from "../explore.ts";
import { all, equals, fullText } from "../odsql.ts";
import { chosenRecords, datasetField, selectionFields } from "../record-fields.ts";
import { ownId } from "../record-identity.ts";

export const search = {
  label: "Find Record",
  noun: "Record",
  help_text: "Finds the first record of a dataset that matches.",
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets/{{dataset}}/records",
  fields: [
    datasetField,
    {
      key: "words",
      label: "Words",
      type: "unicode",
      help_text: "Only records in which all of these are found.",
    },
    {
      key: "field",
      label: "Field",
      type: "unicode",
      prefill: "fields.id.label",
      help_text: "A field that must have exactly the value below.",
    },
    { key: "value", label: "Value", type: "unicode" },
    ...selectionFields,
  ],
  sample: {
    id: "95969ddab924fc5db5e39c3fb2a7634f4d7dd51c",
    published: "2024-03-01T09:05:12.402000+00:00",
    record: { station: "station-7", measured_at: "2024-03-01T09:00:00+00:00", ozone: 61.5 },
    url: "https://data.example.com/explore/dataset/air-quality/",
  },
} as const satisfies Search;

/** The platform takes the first match. */
const MOST_MATCHES = 10;

export function full_search(bundle: FullSearch<typeof search>): SearchResults {
  const { auth_fields, search_fields } = bundle;
  const { words, field, value } = search_fields;
  const found = dataset(auth_fields, search_fields.dataset);
  const { where, refine } = chosenRecords(search_fields, found);
  const matches = records(auth_fields, found.dataset_id, {
    refine,
    where: all([
      where,
      words && fullText(words),
      field && value && equals(field, typed(value, typeOf(field, found.fields))),
    ]),
    select: "*, recordid, record_timestamp",
    most: MOST_MATCHES,
  });
  return matches.map(({ [ownId]: id, record_timestamp, ...record }) => ({
    id,
    published: record_timestamp,
    record,
    url: datasetPage(auth_fields.domain, found.dataset_id),
  }));
}

function typeOf(name: string, fields: { name: string; type: string }[]): string | undefined {
  const field = fields.filter((each) => each.name === name.trim())[0];
  return field && field.type;
}

/**
 * ODSQL compares each type with its own: `"12"` of an `int` -> 12, `"true"` of a `boolean` -> true.
 * What is no value of its type stays text: the portal says what is wrong with it.
 */
function typed(value: string, type: string | undefined): string | number | boolean | Date {
  const given = value.trim();
  const isNumber = (type === "int" || type === "double") && /^-?\d+(\.\d+)?$/.test(given);
  if (isNumber) return Number(given);
  if (type === "boolean" && /^(true|false)$/i.test(given)) return given.toLowerCase() === "true";
  // What is no date parses to NaN, which is not more than anything.
  const isDate = (type === "date" || type === "datetime") && Date.parse(given) > Number.NEGATIVE_INFINITY;
  return isDate ? new Date(given) : value;
}
