class Base {
  static label = "base";
  static made = 0;
  static describe() {
    return this.label;
  }
  readonly name: string;
  constructor(...names: string[]) {
    Base.made++;
    this.name = names.join("-");
  }
  greet(...words: string[]) {
    return [this.name, ...words].join(" ");
  }
}

class Early extends Base {
  static override label = `${Base.label} early`;
  static count = [1, 2].map((n) => n * this.made);
  static {
    const self = this;
    self.label += "!";
  }
  size = this.name.length;
  constructor(words: string[]) {
    const first = words[0] ?? "none";
    super(...words, first);
    if (first === "skip") return;
    this.size += 1;
  }
  override greet(...words: string[]) {
    const call = () => super.greet(...words, "later");
    return call() + super["greet"]("now");
  }
  static override describe() {
    return `<${super.describe()}>`;
  }
}

const Anonymous = class Named extends Early {
  twice = () => this.size * 2;
};

export function feature(): unknown {
  const early = new Early(["a", "b"]);
  return [
    early.name,
    early.size,
    early.greet("x", "y"),
    Early.describe(),
    Early.count,
    new Early(["skip"]).name,
    new Anonymous(["abc"]).twice(),
    Base.made,
  ];
}
