const base = { kind: "thing", size: 1 };

export function feature() {
  const bigger = {
    ...base,
    size: base.size + 1,
    // Why it is here.
    colour: "red",
    ...(base.size > 0 && {
      weight: 7,
      height: 8,
    }),
  };
  return [bigger, { ...base, size: 3, colour: "blue" }, { ...base }];
}
