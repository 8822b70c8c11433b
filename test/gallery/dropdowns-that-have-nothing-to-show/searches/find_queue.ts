import type { Search } from "zapc";

export const search = {
  label: "Find Queue",
  noun: "Queue",
  help_text: "Finds a queue by its name.",
  url: "https://{{domain}}/queues",
  fields: [{ key: "name", label: "Name", type: "unicode", required: true }],
  sample: { id: 1, name: "Support" },
} as const satisfies Search;
