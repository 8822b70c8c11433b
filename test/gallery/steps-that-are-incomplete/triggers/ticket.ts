import type { Trigger } from "zapc";

export const trigger = {
  label: "New Ticket",
  fields: [],
} as const satisfies Trigger;
