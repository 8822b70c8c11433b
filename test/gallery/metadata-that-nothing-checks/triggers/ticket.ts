export const trigger = {
  label: "", noun: "Ticket", helptext: "Triggers when a ticket is opened.",
  type: "polling",
  url: "example.com/tickets",
  fields: [
    { key: "queue", label: "Queue", type: "string", choices: [] },
    { label: "Team", type: "int", required: "yes", prefill: "teams" },
  ],
  sample: { title: "Printer on fire" },
};
