import type { PreCustomTriggerFields, RequestResult, Trigger, TriggerMethods } from "zapc";

export const trigger = {
  label: "Form Sent",
  noun: "Answer",
  help_text: "Triggers when a customer sends a form.",
  url: "https://{{domain}}/api/forms/{{form}}/answers",
  custom_fields_url: "https://{{domain}}/api/forms/{{form}}/questions",
  fields: [{ key: "form", label: "Form", type: "int", required: true }],
  sample: { id: 90, q_1: "Yes" },
} as const satisfies Trigger;

/** Answers come under `q_1`, `q_2`, …: the questions are their labels, in the form that this API gives on request. */
export function pre_custom_trigger_fields(bundle: PreCustomTriggerFields<typeof trigger>): RequestResult {
  bundle.request.headers.Accept = "application/vnd.helpdesk.fields+json";
  return bundle.request;
}

({ pre_custom_trigger_fields }) satisfies TriggerMethods<typeof trigger>;
