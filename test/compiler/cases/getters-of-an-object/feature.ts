export function feature(): unknown {
  let calls = 0;
  const o = {
    get now() {
      return ++calls;
    },
    set now(v) {
      calls = v;
    },
    plain() {
      return this.now;
    },
  };
  o.now = 5;
  return [o.now, o.plain(), Object.keys(o)];
}
