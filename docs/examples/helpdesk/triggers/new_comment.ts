import type { PostPoll, Results, Trigger, TriggerMethods } from "zapc";

export const trigger = {
  label: "New Comment",
  noun: "Comment",
  help_text: "Triggers when somebody comments on a ticket.",
  url: "https://{{domain}}/api/comments?sort=-created_at",
  fields: [{ key: "agents", label: "Comments of Agents", type: "bool", default: "true" }],
  sample: { id: "c-81", text: "Have you tried water?", author: "Ann", written_by_agent: true },
} as const satisfies Trigger;

interface Comment {
  comment_number: number;
  text: string;
  author: { name: string; is_agent: boolean };
}

/** The API calls it `comment_number`; the platform tells items apart by `id`. */
export function post_poll(bundle: PostPoll<typeof trigger>): Results {
  const { comments } = z.JSON.parse<{ comments: Comment[] }>(bundle.response.content);
  return comments
    .filter(({ author }) => bundle.trigger_fields.agents || !author.is_agent)
    .map(({ comment_number, text, author }) => ({
      id: `c-${comment_number}`,
      text,
      author: author.name,
      written_by_agent: author.is_agent,
    }));
}

({ post_poll }) satisfies TriggerMethods<typeof trigger>;
