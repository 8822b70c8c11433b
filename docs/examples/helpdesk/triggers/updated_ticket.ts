import type { Poll, Results, Trigger, TriggerMethods } from "zapc";

export const trigger = {
  label: "Updated Ticket",
  noun: "Ticket",
  help_text: "Triggers when a ticket of a saved view changes.",
  url: "https://{{domain}}/api/views/{{view}}",
  fields: [{ key: "view", label: "View", type: "int", required: true }],
  sample: { id: "7@2024-03-01T09:00:00Z", number: 7, title: "Printer on fire", conversation: "Ann: Help!" },
} as const satisfies Trigger;

interface Ticket {
  number: number;
  title: string;
  updated_at: string;
}

/** A view does not hold tickets, but the query that finds them: so there are two requests. */
export function poll(bundle: Poll<typeof trigger>): Results {
  const view = z.request(bundle.request);
  if (view.status_code === 404) {
    throw new ErrorException(`There is no view ${bundle.trigger_fields.view} any more. Choose another one.`);
  }
  const { query } = z.JSON.parse<{ query: string }>(view.content);
  const { domain, session } = bundle.auth_fields;
  const found = z.request({
    url: `https://${domain}/api/tickets`,
    headers: { "X-Session": session },
    params: { query, sort: "-updated_at" },
  });
  // Nobody checks the status of these requests but this method.
  if (found.status_code === 401) throw new InvalidSessionException();
  if (found.status_code !== 200) throw new HaltedException(`${domain} answered ${found.status_code}.`);

  return z.JSON.parse<Ticket[]>(found.content).map(({ number, title, updated_at }) => ({
    id: `${number}@${updated_at}`, // each change is an item of its own
    number,
    title,
    conversation: z.dehydrate("get_conversation", { ticket: number }),
  }));
}

({ poll }) satisfies TriggerMethods<typeof trigger>;
