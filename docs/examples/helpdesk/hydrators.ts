import type { Hydrate, HydratorMethods } from "zapc";

interface Comment {
  author: string;
  text: string;
}

/** The whole conversation of a ticket. Triggers put it off with `z.dehydrate("get_conversation", { ticket: 7 })`. */
export function get_conversation(bundle: Hydrate<{ ticket: number }>): string {
  const { domain, session } = bundle.auth_fields;
  const response = z.request({
    url: `https://${domain}/api/tickets/${bundle.ticket}/comments`,
    headers: { "X-Session": session },
  });
  const comments = z.JSON.parse<Comment[]>(response.content);
  return comments.map(({ author, text }) => `${author}: ${text}`).join("\n\n");
}

({ get_conversation }) satisfies HydratorMethods;
