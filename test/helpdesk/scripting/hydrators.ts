import type { Hydrate, HydratorMethods } from "zapc";
import { api } from "./api.ts";

type Comment = { author: string; text: string };

/** The whole conversation of a ticket. */
export function get_conversation(bundle: Hydrate<{ ticket: number }>): string {
  const comments = api<Comment[]>(bundle.auth_fields, `tickets/${bundle.ticket}/comments`);
  return comments.map(({ author, text }) => `${author}: ${text}`).join("\n");
}

({ get_conversation }) satisfies HydratorMethods;
