interface Ticket {
  readonly id: number;
  readonly title?: string;
  readonly tags?: readonly string[];
  readonly queue?: { readonly name?: string };
}

/** A ticket as it is shown. */
function shown(
  {
    // As the API has it.
    id,
    title = "untitled", // by default

    // Most have none.
    tags: [first, second /* rarely */, ...others /* the rest */] = [],
    queue: { name /* of the queue */ = "none" } = {},
  }: Ticket,
  prefix /* before all */ = "#",
): string {
  return [prefix + id, title, first, second, others.length, name].join(" ");
}

function nothing(/* nothing is asked for */): number {
  return 0;
}

export function feature(): unknown {
  const tickets: Ticket[] = [{ id: 1 }, { id: 2, title: "Fire", tags: ["a", "b", "c"], queue: { name: "it" } }];
  const [/* oldest */ oldest, /* latest */ latest] = tickets;
  let count = 0;
  let title: string | undefined;
  for (const { id, tags /* of each */ = [] } of tickets) count += id + tags.length;
  // From the first to the last.
  [count, title] = [count /* so far */ + 1, latest?.title];
  ({
    id: count, // sets the count
    // Sets the title.
    title,
  } = latest as Ticket);
  const lazy = (/* later */) => count;
  return [oldest?.id, tickets.map((ticket) => shown(ticket)), nothing(), count, title, lazy()];
}
