import type { Action, Write, WriteResult } from "zapc";

export const action = {
  label: "Close Ticket",
  noun: "Ticket",
  help_text: "Closes a ticket.",
  fields: [],
} as const satisfies Action;

export function write({ auth_fields }: Write<typeof action>): WriteResult {
  return { closed_with: typeof auth_fields };
}
