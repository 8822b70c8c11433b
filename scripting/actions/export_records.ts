import type { Action, ActionMethods, Write, WriteResult } from "zapc";
import { datasetPage, fileAt } from "../dataset-item.ts";
import { countRecords, dataset, exportAddress } from "../explore.ts";
import { fieldList } from "../odsql.ts";
import { actingPortal } from "../portal.ts";
import { chosenRecords, datasetField, selectionFields } from "../record-fields.ts";
import { knownFields } from "../record-identity.ts";

export const action = {
  label: "Export Records",
  noun: "File",
  help_text: "Exports the records of a dataset as a file for a later step of the Zap.",
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets/{{dataset}}/exports/{{format}}",
  fields: [
    { ...datasetField, searchfill: "find_dataset.dataset_id" },
    {
      key: "format",
      label: "File Format",
      type: "unicode",
      required: true,
      default: "csv",
      choices: { csv: "CSV", xlsx: "Excel (xlsx)", geojson: "GeoJSON", json: "JSON" },
      help_text: "GeoJSON is for datasets with places.",
    },
    {
      key: "fields",
      label: "Fields",
      type: "unicode",
      list: true,
      prefill: "fields.id.label",
      help_text: "Only these fields, in this order. If this is empty, all fields.",
    },
    {
      key: "use_labels",
      label: "Labels as Headings",
      type: "bool",
      help_text: "Yes uses labels such as `Postal code` as headings, instead of names such as `code_postal`.",
    },
    ...selectionFields,
  ],
  sample: {
    id: "air-quality.csv",
    file: "https://data.example.com/api/explore/v2.1/catalog/datasets/air-quality/exports/csv",
    filename: "air-quality.csv",
    format: "csv",
    records_count: 1280,
    dataset_id: "air-quality",
    url: "https://data.example.com/explore/dataset/air-quality/",
  },
} as const satisfies Action;

/** The file is downloaded when a later step needs it; a filter that is wrong shows now. */
export function write(bundle: Write<typeof action>): WriteResult {
  const { action_fields } = bundle;
  const { format, fields = [], use_labels } = action_fields;
  const portal = actingPortal(bundle);
  const found = dataset(portal, action_fields.dataset);
  const { dataset_id } = found;
  const names = knownFields(fields, found.fields, "field");
  const selection = {
    ...chosenRecords(action_fields, found),
    select: names.length > 0 ? fieldList(names) : undefined,
  };
  const records_count = countRecords(portal, dataset_id, selection);
  const filename = `${dataset_id}.${format}`;
  const query = { ...selection, use_labels: use_labels ? "true" : undefined };
  return {
    id: filename,
    file: fileAt(portal, exportAddress(portal, dataset_id, { format, query }), filename),
    filename,
    format,
    records_count,
    dataset_id,
    url: datasetPage(portal.domain, dataset_id),
  };
}

({ write }) satisfies ActionMethods<typeof action>;
