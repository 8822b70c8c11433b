import type { HookResults, PostHook, Trigger, TriggerMethods } from "zapc";

export const trigger = {
  type: "notification_hook",
  event: "rating.given",
  label: "New Rating",
  noun: "Rating",
  help_text: "Triggers when a customer rates the answer to a ticket.",
  url: "https://{{domain}}/api/ratings",
  fields: [{ key: "at_most", label: "At Most", type: "int", choices: ["1", "2", "3"], default: "3" }],
  sample: { id: 12, stars: 2, text: "Still on fire" },
} as const satisfies Trigger;

type Rating = { id: number; stars: number; text: string };

/** The hook only names the rating: `{"resource_url": …}`. */
export function post_hook({ response, trigger_fields }: PostHook<typeof trigger>): HookResults {
  const { rating } = z.JSON.parse<{ rating: Rating }>(response.content);
  return rating.stars <= trigger_fields.at_most ? rating : [];
}

({ post_hook }) satisfies TriggerMethods<typeof trigger>;
