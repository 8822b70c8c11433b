const name: string = "size";

class Box {
  [name] = 3;
  static ["make" + 1]() {
    return "made";
  }
  ["get-" + name]() {
    return "got";
  }
  get [name + "Twice"]() {
    return 6;
  }
  "quoted-name"() {
    return "quoted";
  }
}

export function feature(): unknown {
  const box = new Box() as unknown as { [name: string]: number & (() => string) };
  const made = (Box as unknown as { [name: string]: () => string }).make1?.();
  return [box.size, made, box["get-size"]?.(), box.sizeTwice, box["quoted-name"]?.()];
}
