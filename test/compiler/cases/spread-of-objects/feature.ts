export function feature(): unknown {
  const base = {
    a: 1,
    get b() {
      return 2;
    },
  };
  const none: object | undefined = undefined;
  return [{ ...base, a: 3, c: { ...base } }, { ...(none as unknown as object) }];
}
