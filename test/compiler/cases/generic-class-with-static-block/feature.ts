class Registry<T> {
  static readonly names: string[] = [];
  static {
    for (const name of ["a", "b"]) Registry.names.push(name);
  }
  private readonly known: { [name: string]: T } = {};
  set(name: string, value: T): this {
    this.known[name] = value;
    return this;
  }
  get(name: string): T | undefined {
    return this.known[name];
  }
}

export function feature(): unknown {
  const registry = new Registry<number>().set("a", 1).set("b", 2);
  return [Registry.names, registry.get("a"), registry.get("c") ?? "none"];
}
