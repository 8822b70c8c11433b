export function feature(): unknown {
  return {
    get a() {
      return 1;
    },
    ...{ a: 9 },
  };
}
