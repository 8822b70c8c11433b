let count = 0;
const counter = {
  get next() {
    count += 1;
    return count;
  },
};

// Copying runs the getters of an object, and only then are later parts read.
function read(by: string) {
  const state = { n: 0 };
  const seen = {
    get n() {
      state.n += 1;
      return state.n;
    },
  };
  return [
    { ...counter, count },
    { ...seen, m: state.n },
    { ...seen, copy: { ...state } },
    { ...seen, [by]: 1, ...counter, count },
  ];
}

// What no getter can change is read in the same call.
function joined(limit: number) {
  const offset = 2;
  return { ...counter, limit, offset, sizes: [1, 2] };
}

export function feature(): unknown {
  return [read("by"), joined(3)];
}
