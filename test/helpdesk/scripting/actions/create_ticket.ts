import type {
  Action,
  ActionMethods,
  CustomFields,
  PostCustomActionFields,
  PostWrite,
  PreWrite,
  WriteRequestResult,
  WriteResult,
} from "zapc";

export const action = {
  label: "Create Ticket",
  noun: "Ticket",
  help_text: "Opens a ticket.",
  url: "https://{{domain}}/api/tickets",
  custom_fields_url: "https://{{domain}}/api/ticket_fields",
  fields: [
    { key: "title", label: "Title", type: "unicode", required: true },
    {
      key: "queue",
      label: "Queue",
      type: "unicode",
      required: true,
      prefill: "queues.id.title",
      searchfill: "find_queue.id",
    },
    { key: "requester__email", label: "Email", type: "unicode", required: true },
    { key: "requester__name", label: "Name", type: "unicode" },
    { key: "due", label: "Due", type: "datetime" },
    { key: "tags", label: "Tags", type: "unicode", list: true },
    { key: "sku", label: "Article", type: "unicode", parent_key: "parts" },
    { key: "quantity", label: "Quantity", type: "int", parent_key: "parts" },
    { key: "price", label: "Price", type: "float", parent_key: "parts" },
    { key: "silent", label: "Send No Mail", type: "bool", send_in_json: false },
  ],
  sample: { id: 8, number: 8, total: 21.5 },
} as const satisfies Action;

type TicketField = { name: string; title: string; kind: "text" | "number" };

/** A team's own fields go into an object of their own. */
export function post_custom_action_fields({ response }: PostCustomActionFields<typeof action>): CustomFields {
  return z.JSON.parse<TicketField[]>(response.content).map(({ name, title, kind }) => ({
    type: kind === "number" ? "float" : "unicode",
    key: `custom__${name}`,
    label: title,
    required: false,
  }));
}

export function pre_write(bundle: PreWrite<typeof action>): WriteRequestResult {
  const { request, action_fields, action_fields_full } = bundle;
  const { parts = [], ...ticket } = action_fields;
  const total = parts.reduce((sum, { quantity = 1, price = 0 }) => sum + quantity * price, 0);
  return {
    params: { ...request.params, silent: action_fields_full.silent },
    data: z.JSON.stringify({ ticket: { ...ticket, parts, total } }),
  };
}

export function post_write({ response }: PostWrite<typeof action>): WriteResult {
  const { ticket } = z.JSON.parse<{ ticket: { number: number; total: number } }>(response.content);
  return { id: ticket.number, ...ticket };
}

({ post_custom_action_fields, pre_write, post_write }) satisfies ActionMethods<typeof action>;
