import { build, check as findings, type Poll, type Results, type Trigger } from "zapc";
import { today } from "../shared/today.ts";

export const trigger = {
  label: "New Ticket",
  noun: "Ticket",
  help_text: "Triggers when a ticket is opened.",
  url: "https://example.com/tickets",
  fields: [],
  sample: { id: 1 },
} as const satisfies Trigger;

export function poll(bundle: Poll<typeof trigger>): Results {
  const simulator = require("zapc/simulator");
  return [{ id: today(), build, findings, simulator, bundle }];
}
