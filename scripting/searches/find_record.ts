import type {
  CustomFields,
  CustomSearchResultFields,
  FullSearch,
  Search,
  SearchMethods,
  SearchResults,
} from "zapc";
import { datasetPage } from "../dataset-item.ts";
import { type Dataset, dataset, firstRecords, type Selection } from "../explore.ts";
import { all, fieldName, fullText } from "../odsql.ts";
import { actingPortal } from "../portal.ts";
import { chosenRecords, datasetField, selectionFields } from "../record-fields.ts";
import { knownField } from "../record-identity.ts";
import { ownFields, ownId, recordItem } from "../record-item.ts";
import { recordLabels } from "../record-labels.ts";
import { dateFormats, hasValue } from "../typed-values.ts";

// zapc-ignore ZDW011 -- a match is the whole record
export const search = {
  label: "Find Record",
  noun: "Record",
  help_text: "Finds the first record of a dataset that matches.",
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets/{{dataset}}/records",
  fields: [
    { ...datasetField, searchfill: "find_dataset.dataset_id" },
    {
      key: "words",
      label: "Words",
      type: "unicode",
      help_text: "Only records that contain all of these words.",
    },
    {
      key: "field",
      label: "Field",
      type: "unicode",
      prefill: "fields.id.label",
      help_text: "The field that must have exactly the value below.",
    },
    {
      key: "value",
      label: "Value",
      type: "unicode",
      help_text: "The value of the field. If this is empty, no record is found.",
    },
    {
      key: "date_format",
      label: "Date Format",
      type: "unicode",
      default: "iso",
      choices: dateFormats,
      help_text: "The way in which the value is written, if the field holds dates.",
    },
    {
      key: "order_by",
      label: "Ordering Field",
      type: "unicode",
      prefill: "fields.id.label",
      help_text: "If several records match, the search finds the first in the order of this field.",
    },
    {
      key: "order",
      label: "Order",
      type: "unicode",
      default: "desc",
      choices: { desc: "The highest or newest first", asc: "The lowest or oldest first" },
      help_text: "Whether the highest or the lowest value of the ordering field comes first.",
    },
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

type SearchFields = FullSearch<typeof search>["search_fields"];

/** A field without a value has no match: the value of an earlier step can be empty. */
export function full_search(bundle: FullSearch<typeof search>): SearchResults {
  const { search_fields } = bundle;
  const portal = actingPortal(bundle);
  const found = dataset(portal, search_fields.dataset);
  if (isFilled(search_fields.field) && !isFilled(search_fields.value)) return [];
  const matches = firstRecords(portal, found.dataset_id, {
    ...matching(search_fields, found),
    select: `*, ${ownFields}`,
    most: MOST_MATCHES,
  });
  const url = datasetPage(portal.domain, found.dataset_id);
  return matches.entries.map((record) => recordItem(record, record[ownId], url));
}

function matching(search_fields: SearchFields, found: Dataset): Selection {
  const { value = "", date_format } = search_fields;
  const name = knownField(search_fields.field, found.fields, "field");
  const ordering = knownField(search_fields.order_by, found.fields, "ordering field");
  if (!name && isFilled(value)) throw new ErrorException("Choose the field that has the value.");
  const { where, refine = [] } = chosenRecords(search_fields, found);
  const [typed] = found.fields.filter((each) => each.name === name);
  const conditions = all([
    where,
    fullText(search_fields.words),
    typed && hasValue(typed, value, date_format),
  ]);
  if (!conditions && refine.length === 0) {
    throw new ErrorException(
      "Say which record to find: fill in words, a field with its value, a filter, facets or an area.",
    );
  }
  return {
    where: conditions,
    refine,
    order_by: ordering && `${fieldName(ordering)} ${search_fields.order}`,
  };
}

function isFilled(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== "";
}

export function custom_search_result_fields(bundle: CustomSearchResultFields<typeof search>): CustomFields {
  return recordLabels(actingPortal(bundle), bundle.search_fields.dataset);
}

({ full_search, custom_search_result_fields }) satisfies SearchMethods<typeof search>;
