class Item {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

class Other extends Item {
  constructor(name: string) {
    super(`${name}!`);
  }
}

type Maker = new (name: string) => Item;

const tools = {
  name: "tools",
  whose(this: { name: string } | void): string {
    return this ? this.name : "nobody's";
  },
};

function made(maker: Maker | null, fallback: Maker | undefined): string[] {
  let chosen: Maker | undefined;
  return [
    // Any of the two.
    new (maker ?? Item)("one").name,
    new (fallback || Other)("two").name,
    new (maker ? maker : Item)("three").name,
    new (chosen = Other)("four").name,
    new chosen("five").name,
  ];
}

export function feature(): unknown {
  let called: (() => string) | undefined;
  const first = (0, tools.whose)();
  const second = (called = () => "called")();
  return [made(null, undefined), made(Other, Item), first, second, called(), tools.whose()];
}
