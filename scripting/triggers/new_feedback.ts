import type { Poll, Results, Trigger } from "zapc";
import { type Feedback, feedbacksUntil } from "../automation.ts";
import { polled } from "../polled.ts";
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

/** All comments are remembered when a Zap is turned on: those that are taken back or archived let older ones move up. */
export function poll(bundle: Poll<typeof trigger>): Results {
  const { auth_fields, trigger_fields, meta } = bundle;
  const isEnough = ({ created_at }: Feedback) => !meta.first_poll && isOlderThan(DAY, created_at);
  const items = feedbacksUntil(auth_fields, trigger_fields.dataset, isEnough).map(
    ({ uid, record_id, user, comment, values = {}, created_at }) => ({
      id: uid,
      dataset_uid: trigger_fields.dataset,
      record_id,
      user: user.username,
      comment,
      suggestions: Object.keys(values).map((field) => ({
        field,
        value: (values[field] || { value: null }).value,
      })),
      created_at,
    }),
  );
  return polled(items, meta);
}
