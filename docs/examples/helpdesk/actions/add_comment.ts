import type { Action, ActionMethods, PostWrite, WriteResult } from "zapc";

export const action = {
  label: "Add Comment",
  noun: "Comment",
  help_text: "Comments on a ticket.",
  url: "https://{{domain}}/api/tickets/{{ticket}}/comments",
  fields: [
    { key: "ticket", label: "Ticket", type: "int", required: true, send_in_json: false },
    { key: "text", label: "Text", type: "text", required: true },
  ],
  sample: { id: 81, text: "Have you tried water?" },
} as const satisfies Action;

interface Answer {
  comment?: { id: number; text: string };
  problem?: string;
}

/** This API answers 200 also when it has done nothing, and then names the problem. */
export function post_write(bundle: PostWrite<typeof action>): WriteResult {
  const { comment, problem } = z.JSON.parse<Answer>(bundle.response.content);
  if (problem || !comment) {
    throw new ErrorException(`Ticket ${bundle.action_fields_full.ticket} takes no comment: ${problem}`);
  }
  return comment;
}

({ post_write }) satisfies ActionMethods<typeof action>;
