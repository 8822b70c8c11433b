import type { HookResults, PostHook, Trigger, TriggerMethods } from "zapc";

export const trigger = {
  type: "notification_hook",
  event: "rating.given",
  label: "New Rating",
  noun: "Rating",
  help_text: "Triggers when a customer rates the answer to a ticket.",
  url: "https://{{domain}}/api/ratings?sort=-created_at",
  fields: [
    { key: "at_most", label: "At Most", type: "int", choices: ["1", "2", "3", "4", "5"], default: "5" },
  ],
  sample: { id: 12, stars: 2, text: "Still on fire" },
} as const satisfies Trigger;

interface Rating {
  id: number;
  stars: number;
  text: string;
}

/** Only what the hook's `resource_url` answers has the stars. */
export function post_hook(bundle: PostHook<typeof trigger>): HookResults {
  const { rating } = z.JSON.parse<{ rating: Rating }>(bundle.response.content);
  return rating.stars <= bundle.trigger_fields.at_most ? rating : [];
}

({ post_hook }) satisfies TriggerMethods<typeof trigger>;
