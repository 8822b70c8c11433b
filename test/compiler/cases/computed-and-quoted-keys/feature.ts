export function feature(): unknown {
  const key: string = "k" + 1;
  const {
    [key]: taken = "none",
    "quoted-name": quoted,
    ...others
  } = { [key]: 5, "quoted-name": 6, ["comp" + 2]: 7 } as Record<string, unknown>;
  return [taken, quoted, others, { [key]: 1, key, ["x"]: 2 }];
}
