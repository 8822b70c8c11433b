import type { CustomFields, PostCustomTriggerFields, Trigger, TriggerMethods } from "zapc";

export const trigger = {
  label: "Survey Answered",
  noun: "Answer",
  help_text: "Triggers when a customer answers the survey.",
  url: "https://{{domain}}/api/survey/answers",
  custom_fields_url: "https://{{domain}}/api/survey/questions",
  fields: [],
  sample: { id: 4, q_1: 5 },
} as const satisfies Trigger;

interface Question {
  id: number;
  text: string;
  kind: "stars" | "text";
}

/** An answer's `q_1` becomes "How was it?" in the editor. */
export function post_custom_trigger_fields(bundle: PostCustomTriggerFields<typeof trigger>): CustomFields {
  return z.JSON.parse<Question[]>(bundle.response.content).map(({ id, text, kind }) => ({
    type: kind === "stars" ? "int" : "unicode",
    key: `q_${id}`,
    label: text,
  }));
}

({ post_custom_trigger_fields }) satisfies TriggerMethods<typeof trigger>;
