import type { PostPoll, PrePoll, RequestResult, Results, Trigger } from "zapc";
import { explore, type List, MOST_RESULTS, SAMPLES } from "../explore.ts";
import { fullText } from "../odsql.ts";

export const trigger = {
  label: "New Dataset",
  noun: "Dataset",
  help_text: "Triggers when a dataset is published on the portal.",
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets",
  fields: [
    {
      key: "search",
      label: "Search",
      type: "unicode",
      help_text: "Only datasets in which all of these words are found.",
    },
    {
      key: "theme",
      label: "Theme",
      type: "unicode",
      help_text: "Only datasets of this theme, written as on the portal.",
    },
    {
      key: "language",
      label: "Language",
      type: "unicode",
      placeholder: "en",
      help_text: "Only datasets in this language, as its two-letter code.",
    },
    {
      key: "publisher",
      label: "Publisher",
      type: "unicode",
      help_text: "Only datasets of this publisher, written as on the portal.",
    },
  ],
  sample: {
    id: "da_5m8ykr",
    dataset_id: "air-quality",
    title: "Air Quality",
    description: "<p>Hourly measurements of all stations.</p>",
    theme: ["Environment"],
    keyword: ["air", "ozone"],
    publisher: "City of Example",
    language: "en",
    license: "Open Licence v2.0",
    records_count: 1280,
    modified: "2024-03-01T09:00:00+00:00",
    data_processed: "2024-03-01T09:05:12+00:00",
    metadata_processed: "2024-03-01T09:05:13.402000+00:00",
    url: "https://data.example.com/explore/dataset/air-quality/",
  },
} as const satisfies Trigger;

/** A dataset of the catalog, as far as it is used here. */
interface Dataset {
  /** Never changes, unlike `dataset_id`. */
  dataset_uid: string;
  dataset_id: string;
  metas: { default?: { [name: string]: unknown } };
}

export function pre_poll(bundle: PrePoll<typeof trigger>): RequestResult {
  const { request, trigger_fields } = bundle;
  const { search, theme, language, publisher } = trigger_fields;
  request.params.limit = bundle.meta.frontend ? SAMPLES : MOST_RESULTS;
  // A publisher may set `modified`, or leave it out; publishing always processes the metadata.
  request.params.order_by = "metadata_processed desc";
  if (search) request.params.where = fullText(search);
  request.params.refine = refinements({ theme, language, publisher });
  return request;
}

/** `{ theme: "Culture" }` -> `["theme:Culture"]`, without what the user left empty. */
function refinements(facets: { [name: string]: string | undefined }): string[] {
  return Object.keys(facets)
    .filter((name) => facets[name])
    .map((name) => `${name}:${facets[name]}`);
}

export function post_poll(bundle: PostPoll<typeof trigger>): Results {
  const { domain } = bundle.auth_fields;
  const { results } = explore.parse<List<Dataset>>(bundle.response, domain);
  return results.map((dataset) => asItem(dataset, domain));
}

function asItem({ dataset_uid, dataset_id, metas }: Dataset, domain: string) {
  const meta = metas.default || {};
  return {
    id: dataset_uid,
    dataset_id,
    title: meta.title || dataset_id,
    description: meta.description,
    theme: meta.theme,
    keyword: meta.keyword,
    publisher: meta.publisher,
    language: meta.language,
    license: meta.license,
    records_count: meta.records_count,
    modified: meta.modified,
    data_processed: meta.data_processed,
    metadata_processed: meta.metadata_processed,
    url: `https://${domain}/explore/dataset/${encodeURIComponent(dataset_id)}/`,
  };
}
