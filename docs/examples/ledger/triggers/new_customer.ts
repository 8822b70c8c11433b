import type { Trigger } from "zapc";

export const trigger = {
  label: "New Customer",
  noun: "Customer",
  help_text: "Triggers when a customer is added.",
  url: "https://{{region}}.ledger.example/tenants/{{tenant}}/customers",
  fields: [],
  sample: { id: 12, name: "Acme" },
} as const satisfies Trigger;
