import { fieldTypeNames } from "../inference/web-builder-dump.ts";
import type { ActionField, AuthField, Field, SearchField } from "../model/definitions/field.ts";
import { type Form, type FormEntry, rowsOf, ticked } from "./form.ts";

/** The properties of every kind of field. */
type AnyField = Field & Partial<AuthField & SearchField & ActionField>;

// Source: the archived documentation, "Authentication Field Options", "Trigger Field Options", "Action Field Options".
const entries: readonly FormEntry<AnyField>[] = [
  { name: "Key", value: ({ key }) => key },
  { name: "Label", value: ({ label }) => label },
  { name: "Help Text", value: ({ help_text }) => help_text },
  { name: "Default", value: (field) => field.default },
  { name: "Placeholder", value: ({ placeholder }) => placeholder },
  { name: "Type", value: ({ type }) => fieldTypeNames[type], isChoice: true },
  { name: "Required", value: ({ required }) => ticked(required), isChoice: true },
  { name: "Subdomain Format", value: ({ input_format }) => input_format },
  { name: "Dynamic Dropdown", value: ({ prefill }) => prefill },
  { name: "Static Dropdown", value: ({ choices }) => choices && dropdown(choices) },
  { name: "Search Connector", value: ({ searchfill }) => searchfill },
  { name: "Parent Key", value: ({ parent_key }) => parent_key },
  {
    name: "Send to Action Endpoint URL in JSON body",
    value: ({ send_in_json }) => (send_in_json === false ? "no" : undefined),
    isChoice: true,
  },
  { name: "List", value: ({ list }) => ticked(list), isChoice: true },
];

/** `Yesterday,Today`; with labels `1|Option 1,2|Option 2` */
function dropdown(choices: NonNullable<Field["choices"]>): string {
  if (Array.isArray(choices)) return choices.join(",");
  return Object.entries(choices)
    .map(([value, label]) => `${value}|${label}`)
    .join(",");
}

/** A form for each field. */
export function fieldForms(fields: readonly AnyField[]): Form[] {
  return fields.map((field) => ({
    name: `fields/${field.key}`,
    title: field.label,
    rows: rowsOf(entries, field),
  }));
}
