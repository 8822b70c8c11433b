import type { Action, ActionMethods, CustomActionFields, CustomFields, Write, WriteResult } from "zapc";
import { filledIn, SEPARATOR } from "../grouped-values.ts";
import { managedDatasetField, managedDatasetItem, sampleManagedDataset } from "../managed-dataset-item.ts";
import { managedDataset, setMetadata } from "../managed-datasets.ts";
import { type MetadataTemplate, metadataTemplates, type TemplateField } from "../managed-portal.ts";
import { actingPortal } from "../portal.ts";
import { platformType } from "../record-fields.ts";

export const action = {
  label: "Update Dataset Metadata",
  noun: "Metadata",
  help_text:
    "Changes the title, the description and the other metadata of a dataset. An empty field stays as it is; publish the metadata to show it.",
  url: "https://{{domain}}/api/automation/v1.0/datasets/{{dataset}}/metadata/",
  fields: [managedDatasetField],
  sample: sampleManagedDataset,
} as const satisfies Action;

const lists = ["list", "enumlist", "uri_enumlist", "multitext"];

/** The API changes one metadata at a time: an error names those that are changed already. */
export function write(bundle: Write<typeof action>): WriteResult {
  const portal = actingPortal(bundle);
  const { action_fields_full } = bundle;
  const dataset = managedDataset(portal, action_fields_full.dataset);
  const changed: string[] = [];
  for (const { group: template, name, value } of filledIn(action_fields_full)) {
    const done = changed.length > 0 ? `Changed before that: ${changed.join(", ")}.` : undefined;
    setMetadata(portal, dataset, { template, name, value, done });
    changed.push(`${template}.${name}`);
  }
  return managedDatasetItem(portal, dataset);
}

/** Each portal has its own metadata. */
export function custom_action_fields(bundle: CustomActionFields<typeof action>): CustomFields {
  const fields: CustomFields = [];
  for (const template of metadataTemplates(actingPortal(bundle))) {
    if (!template.is_active) continue;
    for (const field of template.schema || []) {
      if (!field.is_hidden) fields.push(customField(field, template));
    }
  }
  return fields;
}

function customField(
  { name, type = "text", label, help_text, choices }: TemplateField,
  template: MetadataTemplate,
): CustomFields[number] {
  return {
    key: template.name + SEPARATOR + name,
    type: platformType(type),
    label: `${label || name} (${template.title})`,
    required: false,
    ...(help_text && { help_text }),
    ...(choices && choices.length > 0 && { choices }),
    ...(lists.indexOf(type) !== -1 && { list: true }),
  };
}

({ write, custom_action_fields }) satisfies ActionMethods<typeof action>;
