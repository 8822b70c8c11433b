import type { CatchHook, HookResults, Poll, Results, Trigger } from "zapc";
import { datasetPage } from "../dataset-item.ts";
import { datasets, SAMPLES } from "../explore.ts";
import { descending } from "../odsql.ts";

export const trigger = {
  type: "rest_hook",
  event: "dataset",
  label: "Dataset Event",
  noun: "Event",
  help_text: "Triggers at once when your publishing pipeline sends a hook: portals themselves send none.",
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets",
  fields: [
    {
      key: "subscriptions_url",
      label: "Subscriptions URL",
      type: "unicode",
      required: true,
      placeholder: "https://pipeline.example.com/subscriptions",
      help_text: "Where your pipeline takes subscriptions to its hooks.",
    },
    {
      key: "dataset",
      label: "Dataset",
      type: "unicode",
      prefill: "datasets.id.title",
      help_text: "Only events of this dataset.",
    },
  ],
  sample: {
    id: "air-quality:published:2024-03-01T09:05:13.402000+00:00",
    event: "published",
    dataset_id: "air-quality",
    title: "Air Quality",
    at: "2024-03-01T09:05:13.402000+00:00",
    url: "https://data.example.com/explore/dataset/air-quality/",
  },
} as const satisfies Trigger;

/** What a pipeline sends: one, or a list of them. */
interface Event {
  event: string;
  dataset_id: string;
  title?: string;
  at: string;
}

export function catch_hook(bundle: CatchHook<typeof trigger>): HookResults {
  const { auth_fields, trigger_fields, cleaned_request } = bundle;
  const dataset = (trigger_fields.dataset || "").trim();
  const received: unknown[] = Array.isArray(cleaned_request) ? cleaned_request : [cleaned_request];
  return received
    .filter(isEvent)
    .filter(({ dataset_id }) => !dataset || dataset_id === dataset)
    .map((event) => asItem(event, auth_fields.domain));
}

/** The editor's samples: the last published datasets, as if a hook had told of each. */
export function poll(bundle: Poll<typeof trigger>): Results {
  const { auth_fields } = bundle;
  const { results } = datasets(auth_fields, { order_by: descending("metadata_processed"), limit: SAMPLES });
  return results.map(({ dataset_id, metas }) => {
    const { title = dataset_id, metadata_processed = "" } = metas.default || {};
    return asItem({ event: "published", dataset_id, title, at: metadata_processed }, auth_fields.domain);
  });
}

/** A ping, or the hook of something else, triggers nothing. */
function isEvent(received: unknown): received is Event {
  const { event, dataset_id } = Object(received);
  return typeof event === "string" && typeof dataset_id === "string";
}

function asItem({ event, dataset_id, title = dataset_id, at }: Event, domain: string) {
  const url = datasetPage(domain, dataset_id);
  return { id: [dataset_id, event, at].join(":"), event, dataset_id, title, at, url };
}
