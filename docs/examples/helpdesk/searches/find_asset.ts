import type { CustomFields, CustomSearchFields, Search, SearchMethods } from "zapc";

export const search = {
  label: "Find Asset",
  noun: "Asset",
  help_text: "Finds a device by its properties.",
  url: "https://{{domain}}/api/assets",
  fields: [{ key: "kind", label: "Kind", type: "unicode", required: true, choices: ["printer", "laptop"] }],
  sample: { id: 21, kind: "printer", serial: "P-0021" },
} as const satisfies Search;

const properties: { [kind: string]: string[] } = {
  printer: ["serial", "room"],
  laptop: ["serial", "owner", "year"],
};

/** The searchable fields depend on the kind. No request is needed to know them. */
export function custom_search_fields(bundle: CustomSearchFields<typeof search>): CustomFields {
  const { kind } = bundle.search_fields;
  if (!kind) return [];
  return (properties[kind] || []).map((key) => ({ type: "unicode", key, required: false }));
}

({ custom_search_fields }) satisfies SearchMethods<typeof search>;
