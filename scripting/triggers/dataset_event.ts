import type { CatchHook, HookResults, Poll, Results, Trigger, TriggerMethods } from "zapc";
import { datasetPage } from "../dataset-item.ts";
import { catalogDatasets, metasOf, SAMPLES } from "../explore.ts";
import { descending } from "../odsql.ts";
import { pollingPortal } from "../portal.ts";

export const trigger = {
  type: "rest_hook",
  event: "dataset",
  label: "New Dataset Event",
  noun: "Event",
  help_text: "Triggers when a publishing pipeline beside the portal sends a hook.",
  // For those who have such a pipeline already: a portal itself sends no hooks.
  hidden: true,
  url: "https://{{domain}}/api/explore/v2.1/catalog/datasets",
  fields: [
    {
      key: "subscriptions_url",
      label: "Subscriptions URL",
      type: "unicode",
      required: true,
      placeholder: "https://pipeline.example.com/subscriptions",
      help_text: "The address at which your pipeline takes subscriptions to its hooks.",
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

/** A pipeline sends one, or a list of them. */
interface DatasetEvent {
  event: string;
  dataset_id: string;
  title?: string | undefined;
  at: string;
}

export function catch_hook(bundle: CatchHook<typeof trigger>): HookResults {
  const { cleaned_request } = bundle;
  const dataset = (bundle.trigger_fields.dataset || "").trim();
  const received: unknown[] = Array.isArray(cleaned_request) ? cleaned_request : [cleaned_request];
  return received
    .filter(isEvent)
    .filter((event) => !dataset || event.dataset_id === dataset)
    .map((event) => eventItem(event, bundle.auth_fields.domain));
}

/** The editor's samples. */
export function poll(bundle: Poll<typeof trigger>): Results {
  const last = { order_by: descending("metadata_processed"), most: SAMPLES };
  return catalogDatasets(pollingPortal(bundle), last).map((dataset) => {
    const { title, metadata_processed: at = "" } = metasOf(dataset);
    const event = { event: "published", dataset_id: dataset.dataset_id, title, at };
    return eventItem(event, bundle.auth_fields.domain);
  });
}

/** A ping triggers nothing. */
function isEvent(received: unknown): received is DatasetEvent {
  const event = Object(received);
  return typeof event.event === "string" && typeof event.dataset_id === "string";
}

function eventItem(received: DatasetEvent, domain: string) {
  const { event, dataset_id, at } = received;
  return {
    id: [dataset_id, event, at].join(":"),
    event,
    dataset_id,
    title: received.title || dataset_id,
    at,
    url: datasetPage(domain, dataset_id),
  };
}

({ catch_hook, poll }) satisfies TriggerMethods<typeof trigger>;
