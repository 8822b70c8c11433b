/** The properties of the app, of an authentication, a step and a field, in the order in which metadata.json has them. */
export const propertyOrder: readonly string[] = [
  // The app.
  ...["title", "version", "description", "homepage_url", "category", "logo", "engine", "test_trigger"],
  ...["subscribe_url", "unsubscribe_url", "auth"],
  // A step and a field.
  ...["key", "label", "type", "noun", "help_text", "required", "hidden", "important", "list"],
  ...[
    "placeholder",
    "default",
    "choices",
    "prefill",
    "searchfill",
    "parent_key",
    "send_in_json",
    "input_format",
  ],
  ...["event", "directions", "url", "custom_fields_url", "custom_result_fields_url", "resource_url"],
  ...["search_or_create", "search_or_create_label", "paging", "fields", "sample", "methods"],
  // An authentication.
  ...["request_token_url", "authorize_url", "access_token_url", "refresh_token_url", "scope", "extra_fields"],
  ...["placement", "mapping", "connection_label"],
];

/** Properties whose value is the integration's own: its order has a meaning. */
const own: readonly string[] = ["sample", "choices", "mapping"];

/** A value of the metadata with its properties in one order, independent of the sources. */
export function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(
    ([name, inner]) => [name, own.includes(name) ? inner : ordered(inner)] as const,
  );
  return Object.fromEntries(entries.sort(([one], [other]) => rank(one) - rank(other)));
}

/** A property that no schema has comes last. */
function rank(name: string): number {
  const index = propertyOrder.indexOf(name);
  return index < 0 ? propertyOrder.length : index;
}
