class Page {
  constructor(
    private readonly list: readonly string[],
    private readonly size = 2, // at most
  ) {}

  first() {
    return this.list.slice(0, this.size);
  }
}

function joined(
  first: string,
  ...others: string[] // in order
) {
  return [first, ...others].join();
}

function withoutFirst(
  first: string,
  ...[second, third]: string[] // two more
) {
  return [second, third, first].join();
}

function repeated(
  text: string, // by itself
  count = 2, // at least
): string { // by a list
  return new Array(count + 1).join(text);
}

function sum(a: number, b: number /* (of two) */) {
  return a + b;
}

const named = (
  name: string,
  { prefix }: { prefix: string }, // taken apart
) => {
  return prefix + name;
};

// Those beside the brackets are not the parameter's.
function between(a: string, /* second */ b: string) /* behind all */ {
  return [a].map(it /* alone */ => {
    return it + b;
  });
}

// The comment behind a brace is about the loop.
function each(list: readonly string[]) {
  const out: string[] = [];
  for (const it of list) { // each
    out.push(it);
  }
  for (const it of list) {
    // inside
    out.push(it);
  }
  for (const [first = "none"] of [list]) { /* the first */
    // alone
    out.push(first);
  }
  for (const key in { a: 1 }) { // by name
    out.push(key);
  }
  return out;
}

export function feature(): unknown {
  const list = ["a", "b", "c"];
  return [
    new Page(list).first(), joined("a", "b"), withoutFirst("a", "b", "c"), repeated("a"), sum(1, 2), named("a", { prefix: "b" }), between("a", "b"), each(list),
  ];
}
