import type { PreCustomSearchFields, RequestResult, Search, SearchMethods } from "zapc";

export const search = {
  label: "Find Room",
  noun: "Room",
  help_text: "Finds a room by its properties.",
  url: "https://{{domain}}/api/rooms",
  custom_fields_url: "https://{{domain}}/api/room_properties",
  fields: [{ key: "building", label: "Building", type: "unicode", required: true }],
  sample: { id: 101, building: "North" },
} as const satisfies Search;

/** Without a building there is nothing to ask for yet. */
export function pre_custom_search_fields(bundle: PreCustomSearchFields<typeof search>): RequestResult {
  const { building } = bundle.search_fields;
  if (!building) throw new StopRequestException("No building has been chosen.");
  return { params: { building, searchable: true } };
}

({ pre_custom_search_fields }) satisfies SearchMethods<typeof search>;
