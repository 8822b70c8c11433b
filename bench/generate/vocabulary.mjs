// The words of an invented API, which the triggers are about.

/** First the test trigger's: `new_invoice`. */
export const events = [
  { prefix: "new", sentence: (noun) => `Triggers when a ${noun} is created.`, sort: "created_at" },
  { prefix: "updated", sentence: (noun) => `Triggers when a ${noun} changes.`, sort: "updated_at" },
  { prefix: "closed", sentence: (noun) => `Triggers when a ${noun} is closed.`, sort: "closed_at" },
  { prefix: "assigned", sentence: (noun) => `Triggers when a ${noun} is assigned.`, sort: "assigned_at" },
  { prefix: "overdue", sentence: (noun) => `Triggers when a ${noun} is overdue.`, sort: "due_at" },
  { prefix: "approved", sentence: (noun) => `Triggers when a ${noun} is approved.`, sort: "approved_at" },
  { prefix: "rejected", sentence: (noun) => `Triggers when a ${noun} is rejected.`, sort: "rejected_at" },
  { prefix: "archived", sentence: (noun) => `Triggers when a ${noun} is archived.`, sort: "archived_at" },
  { prefix: "shared", sentence: (noun) => `Triggers when a ${noun} is shared.`, sort: "shared_at" },
  { prefix: "tagged", sentence: (noun) => `Triggers when a ${noun} gets a tag.`, sort: "tagged_at" },
];

export const nouns = [
  "invoice contact company deal project task ticket payment refund product",
  "order shipment subscription quote contract lead campaign event booking room",
  "employee department expense report asset vendor purchase receipt budget account",
  "document folder comment note message thread channel call meeting survey",
  "answer review coupon discount store warehouse batch machine sensor license",
].flatMap((line) => line.split(" "));

/** The properties of a record besides its id, each with the kind of its value. */
export const attributes = {
  number: "text",
  title: "text",
  remark: "text",
  reference: "text",
  stage: "text",
  channel: "text",
  net_total: "money",
  gross_total: "money",
  balance: "money",
  created_at: "date",
  updated_at: "date",
  closed_at: "date",
  due_at: "date",
  quantity: "count",
  priority: "count",
  attempts: "count",
  owner: "person",
  creator: "person",
  approver: "person",
  labels: "list",
  categories: "list",
  billing_address: "address",
  delivery_address: "address",
  is_paid: "flag",
  is_public: "flag",
};

/** The type of each kind, and the code that reads it from an expression. */
export const kinds = {
  text: { type: "string | null", read: (value) => `${value} ?? ""`, sample: '"A-1042"', field: "unicode" },
  money: {
    type: "Money",
    read: (value) => `${value} && amount(${value})`,
    sample: '"12.50 EUR"',
    field: "unicode",
  },
  date: {
    type: "string | null",
    read: (value) => `timestamp(${value})`,
    sample: '"2024-03-01T09:00:00.000Z"',
    field: "datetime",
  },
  count: { type: "number", read: (value) => `${value} || 0`, sample: "3", field: "int" },
  person: {
    type: "Person | null",
    read: (value) => `${value} ? fullName(${value}) : undefined`,
    sample: '"Ada Example"',
    field: "unicode",
  },
  list: {
    type: "string[]",
    read: (value) => `(${value} ?? []).join(", ")`,
    sample: '"blue, urgent"',
    field: "unicode",
  },
  address: {
    type: "Address",
    read: (value) => `${value} ? oneLine(${value}) : ""`,
    sample: '"1 Main Street, 12345 Example"',
    field: "text",
  },
  flag: { type: "boolean", read: (value) => `${value} === true`, sample: "true", field: "bool" },
};

/** The filters of a trigger. */
export const filters = {
  status: { label: "Status", type: "unicode", choices: '["open", "waiting", "done"]' },
  owner: { label: "Owner", type: "int", help: "Only those of the person with this number." },
  search: { label: "Search", type: "unicode", help: "Only those in which all of these words are found." },
  tags: { label: "Tags", type: "unicode", list: true, help: "Only those with one of these tags." },
  minimum: { label: "Minimum", type: "float", help: "Only those with at least this total." },
  archived: { label: "Archived", type: "bool", help: "Also those that were put away." },
  days: { label: "Days", type: "int", default: '"30"', help: "Only those of the last so many days." },
};
