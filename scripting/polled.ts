/** What a poll gives. When a Zap is turned on only the ids are remembered: all of thousands of items would be too much. */
export function polled<T extends { id: string }>(
  items: T[],
  { first_poll }: { first_poll?: boolean },
): { id: string }[] {
  return first_poll ? items.map(({ id }) => ({ id })) : items;
}
