export const search = {
  label: "Find Ticket", noun: "Ticket", help_text: "Finds a ticket.",
  url: "https://example.com/tickets",
  fields: [],
  sample: [{ id: 7 }],
};
