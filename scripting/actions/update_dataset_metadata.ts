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

/** The API changes one metadata at a time: when it refuses one, the error names those that are changed already. */
export function write(bundle: Write<typeof action>): WriteResult {
  const { auth_fields, action_fields_full } = bundle;
  const { dataset } = action_fields_full;
  const changed: string[] = [];
  for (const { template, name, value } of filledIn(action_fields_full)) {
    const done = changed.length > 0 ? `Changed before that: ${changed.join(", ")}.` : undefined;
    setMetadata(auth_fields, dataset, { template, name, value, done });
    changed.push(`${template}.${name}`);
  }
  return managedDatasetItem(managedDataset(auth_fields, dataset), auth_fields);
}

function filledIn(values: { [key: string]: unknown }): { template: string; name: string; value: unknown }[] {
  const filled = [];
  for (const key of Object.keys(values)) {
    const end = key.indexOf(SEPARATOR);
    const value = values[key];
    if (end === -1 || isEmpty(value)) continue;
    filled.push({ template: key.slice(0, end), name: key.slice(end + SEPARATOR.length), value });
  }
  return filled;
}

function isEmpty(value: unknown): boolean {
  return (
    value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)
  );
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
