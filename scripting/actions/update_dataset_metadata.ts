import type { Action, CustomActionFields, CustomFields, Write, WriteResult } from "zapc";
import { managedDataset, metadataTemplates, setMetadata, type TemplateField } from "../automation.ts";
import { managedDatasetField, managedDatasetItem, sampleManagedDataset } from "../managed-dataset-item.ts";

export const action = {
  label: "Update Dataset Metadata",
  noun: "Metadata",
  help_text:
    "Changes what a portal says of a dataset. What is left empty stays as it is; publish the dataset to show it.",
  url: "https://{{domain}}/api/automation/v1.0/datasets/{{dataset}}/metadata/",
  fields: [managedDatasetField],
  sample: sampleManagedDataset,
} as const satisfies Action;

/** `default__title` -> the field `title` of the template `default` */
const SEPARATOR = "__";

/** Types of metadata that are no text, as the platform knows them. */
const types: { [type: string]: CustomFields[number]["type"] } = {
  int: "int",
  double: "float",
  boolean: "bool",
  date: "datetime",
  datetime: "datetime",
  html: "text",
  longstring: "text",
};

const lists = ["list", "enumlist", "uri_enumlist", "multitext"];

export function write(bundle: Write<typeof action>): WriteResult {
  const { auth_fields, action_fields_full } = bundle;
  const values: { [key: string]: unknown } = action_fields_full;
  for (const key of Object.keys(values)) {
    const end = key.indexOf(SEPARATOR);
    const value = values[key];
    if (end === -1 || value === null || value === undefined || value === "") continue;
    const name = key.slice(end + SEPARATOR.length);
    setMetadata(auth_fields, action_fields_full.dataset, { template: key.slice(0, end), name, value });
  }
  return managedDatasetItem(managedDataset(auth_fields, action_fields_full.dataset), auth_fields);
}

/** Each portal has its own metadata. */
export function custom_action_fields(bundle: CustomActionFields<typeof action>): CustomFields {
  const fields: CustomFields = [];
  for (const { name, title, is_active, schema } of metadataTemplates(bundle.auth_fields)) {
    if (!is_active) continue;
    for (const field of schema) if (!field.is_hidden) fields.push(asCustomField(field, { name, title }));
  }
  return fields;
}

function asCustomField(
  { name, type = "text", label, help_text, choices }: TemplateField,
  template: { name: string; title: string },
): CustomFields[number] {
  return {
    key: template.name + SEPARATOR + name,
    type: types[type] || "unicode",
    label: `${label || name} (${template.title})`,
    required: false,
    ...(help_text && { help_text }),
    ...(choices && choices.length > 0 && { choices }),
    ...(lists.indexOf(type) !== -1 && { list: true }),
  };
}
