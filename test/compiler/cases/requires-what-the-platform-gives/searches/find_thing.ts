import type { Callback, FullSearch, Search, SearchResults } from "zapc";

export const search = {
  label: "Find Thing",
  noun: "Thing",
  help_text: "Finds a thing by its name.",
  url: "https://example.com/things?name={{name}}",
  fields: [{ key: "name", label: "Name", type: "unicode" }],
  sample: { id: 1 },
} as const satisfies Search;

/** In `Zap` it is `find_thing_search`: here the metadata has this name. */
export function full_search(bundle: FullSearch<typeof search>, callback: Callback<SearchResults>): void {
  z.request(bundle.request, (error, { content = "[]" }) => {
    if (error) callback(error);
    else callback(null, z.JSON.parse<SearchResults>(content));
  });
}
