import type { PreSearch, RequestResult, Search, SearchMethods } from "zapc";

export const search = {
  label: "Find Ticket",
  noun: "Ticket",
  help_text: "Finds a ticket by words in its title.",
  url: "https://{{domain}}/api/tickets",
  fields: [
    { key: "words", label: "Words", type: "unicode", required: true },
    { key: "state", label: "State", type: "unicode", choices: { open: "Open", closed: "Closed" } },
  ],
  sample: { id: 7, title: "Printer on fire" },
} as const satisfies Search;

/** `params` are percent-encoded; a `{{words}}` in the URL would not be. */
export function pre_search(bundle: PreSearch<typeof search>): RequestResult {
  const { request, search_fields } = bundle;
  const { words, state = "open" } = search_fields;
  request.params.query = `title:"${words}" state:${state}`;
  return request;
}

({ pre_search }) satisfies SearchMethods<typeof search>;
