/** The templates that `zapc add` knows of each kind, the default first. */
export const templateNames = {
  trigger: ["polling", "hook", "custom_fields"],
  action: ["plain", "custom_fields"],
  search: ["plain", "search_or_create", "custom_fields"],
} as const;

export type TemplateName<Kind extends keyof typeof templateNames> = (typeof templateNames)[Kind][number];
