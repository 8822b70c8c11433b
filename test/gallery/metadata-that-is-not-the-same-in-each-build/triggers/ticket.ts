import type { Trigger } from "zapc";

const started = Date.now();
const fixed = new Date("2026-03-01T09:00:00Z");

export const trigger = {
  label: "New Ticket",
  noun: "Ticket",
  help_text: new Date().toISOString(),
  url: `https://example.com/${fixed.toISOString()}/tickets`,
  fields: [
    { key: "queue", label: `Queue ${Math.round(Math.random() * 1000)}`, type: "unicode", placeholder: Date() },
    { key: "year", label: "Year", type: "int", help_text: `Since ${new Date(started).getFullYear()}.` },
    { key: "amount", label: "Amount", type: "int", help_text: `Below ${(10_000).toLocaleString()}.` },
    { key: "hour", label: "Hour", type: "int", help_text: `From ${new Date(2026, 1, 1).getTime()}.` },
  ],
  sample: { id: 1 },
} as const satisfies Trigger;

export function post_poll() {
  return [{ id: started }];
}
