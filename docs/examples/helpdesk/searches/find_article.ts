import type { PreReadResource, RequestResult, Search, SearchMethods } from "zapc";

export const search = {
  label: "Find Article",
  noun: "Article",
  help_text: "Finds an article of the knowledge base.",
  url: "https://{{domain}}/api/articles",
  resource_url: "https://{{domain}}/api/articles/{{id}}",
  fields: [
    { key: "words", label: "Words", type: "unicode", required: true },
    { key: "language", label: "Language", type: "unicode", placeholder: "en" },
  ],
  sample: { id: 17, title: "Extinguish a Printer", body: "First, …", revision: 4 },
} as const satisfies Search;

/** Asks for the revision that was found, in the language that was searched in. */
export function pre_read_resource(bundle: PreReadResource<typeof search>): RequestResult {
  const { request, read_fields, read_context } = bundle;
  request.params.revision = read_fields.revision;
  request.params.language = read_context.language;
  return request;
}

({ pre_read_resource }) satisfies SearchMethods<typeof search>;
