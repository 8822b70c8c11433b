import type { Poll, Results, Trigger, TriggerMethods } from "zapc";
import { type Feedback, feedbacksUntil, managedDataset } from "../managed-datasets.ts";
import { polled } from "../polled.ts";
import { pollingPortal } from "../portal.ts";
import { DAY, isOlderThan } from "../time.ts";

export const trigger = {
  label: "New Feedback",
  noun: "Feedback",
  help_text: "Triggers when somebody comments on a record of a dataset.",
  url: "https://{{domain}}/api/automation/v1.0/datasets/{{dataset}}/feedbacks/",
  fields: [
    {
      key: "dataset",
      label: "Dataset",
      type: "unicode",
      required: true,
      prefill: "managed_datasets.id.title",
      help_text: "The dataset whose feedback is watched.",
    },
  ],
  sample: {
    id: "df_qf2hyt",
    dataset_uid: "da_5m8ykr",
    record_id: "95969ddab924fc5db5e39c3fb2a7634f4d7dd51c",
    user: "louise.data",
    comment: "The station has moved.",
    suggestions: [{ field: "station", value: "Harbour" }],
    created_at: "2024-03-01T09:00:00+00:00",
  },
} as const satisfies Trigger;

/** All comments are remembered at first: when some are archived, older ones move up. */
export function poll(bundle: Poll<typeof trigger>): Results {
  const { trigger_fields, meta } = bundle;
  const portal = pollingPortal(bundle);
  const { uid: dataset_uid } = managedDataset(portal, trigger_fields.dataset);
  const isEnough = ({ created_at }: Feedback) => !meta.first_poll && isOlderThan(DAY, created_at);
  const items = feedbacksUntil(portal, dataset_uid, isEnough).map((feedback) => ({
    id: feedback.uid,
    dataset_uid,
    record_id: feedback.record_id,
    // The account may be deleted.
    user: feedback.user ? feedback.user.username : null,
    comment: feedback.comment,
    suggestions: suggestionsIn(feedback),
    created_at: feedback.created_at,
  }));
  return polled(items, meta);
}

function suggestionsIn(feedback: Feedback): { field: string; value: unknown }[] {
  const suggested = feedback.values || {};
  return Object.keys(suggested).map((field) => ({ field, value: Object(suggested[field]).value }));
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
