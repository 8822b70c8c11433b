import type { Action, ActionMethods, Callback, Write, WriteResult } from "zapc";

export const action = {
  label: "Assign Ticket",
  noun: "Ticket",
  help_text: "Assigns a ticket to an agent.",
  url: "https://{{domain}}/api/tickets/{{ticket}}",
  fields: [
    { key: "ticket", label: "Ticket", type: "int", required: true },
    { key: "email", label: "Email of the Agent", type: "unicode", required: true },
  ],
  sample: { id: 7, assignee: "Ann" },
} as const satisfies Action;

/** Finds the agent, then changes the ticket. With a callback; without one, `z.request` waits for its answer. */
export function write(bundle: Write<typeof action>, callback: Callback<WriteResult>): void {
  const { request, auth_fields, action_fields_full } = bundle;
  const { email } = action_fields_full;
  const search = {
    url: `https://${auth_fields.domain}/api/agents`,
    headers: request.headers,
    params: { email },
  };
  z.request(search, (error, found) => {
    if (error) return callback(error);
    const [agent] = z.JSON.parse<{ id: number }[]>(found.content);
    if (!agent) return callback(new ErrorException(`There is no agent with the email ${email}.`));

    const change = { ...request, method: "PATCH", data: z.JSON.stringify({ assignee_id: agent.id }) };
    z.request(change, (failure, answer) => {
      if (failure) callback(failure);
      else if (answer.status_code === 200) callback(null, z.JSON.parse<WriteResult>(answer.content));
      else callback(new ErrorException(`The ticket could not be assigned: ${answer.content}`));
    });
  });
}

({ write }) satisfies ActionMethods<typeof action>;
