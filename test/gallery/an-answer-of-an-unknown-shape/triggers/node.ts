import type { PostPoll, Results, Trigger } from "zapc";

interface Node { id: number; children: Node[] }

export const trigger = {
  label: "New Node", noun: "Node", help_text: "Triggers when there is a new node.",
  url: "https://example.com/tree",
  fields: [],
  sample: { id: 7 },
} as const satisfies Trigger;

function listOf({ id, children }: Node): Results {
  return children.reduce<Results>((all, it) => [...all, ...listOf(it)], [{ id }]);
}

export function post_poll({ response }: PostPoll<typeof trigger>): Results {
  return listOf(z.JSON.parse(response.content));
}
