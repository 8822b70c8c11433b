// @ts-nocheck
// comments in patterns and parameters
/** Doc of f. */
export function f({ a /* x */ = 1, /* before b */ b }: any = {}, [c /* c */, d]: any = [], /* last */) {
  return [a, b, c, d];
}
export function g(/* nothing */) {
  return 1;
}
const h = (/* nothing */) => 2;
const k = function (
  // no parameters
) {
  return 3;
};
class C {
  m(/* none */) { return 4; }
  constructor(/* none */) {}
}
export function feature() {
  const {
    // the id
    id,
    /* the name */
    name = "n", // trailing
    other: { deep /* deep */ = 3 } = {},
  } = { id: 1 } as any;
  const [first /* first */, /* skipped */ , third = 3 /* third */] = [1, 2];
  for (const { x /* x */ = 1 } of [{}] as any) h(x);
  for (const [key /* key */, value /* value */] of [["q", 1]]) k(key, value);
  try { g(); } catch ({ message /* why */ }: any) { f(message); }
  let y;
  ({ y /* y */ = 4 } = {} as any);
  return [bundleOf({ a: 1, b: 2 }), id, name, deep, first, third, y, f(), g(), h(), k(), new C().m()];
}
export const more = {
  // Deep.
  f({ a, // the a
      b /* the b */ }) { return [a, b]; },
};
export function bundleOf(given) {
  const { /* it */ id, name /* its name */ } = given;
  const {
    // The id of the ticket.
    key,

    // Whether it is open.
    open = true, // by default
    ...others // the rest
  } = given;
  let x, y;
  [x /* x */, y] = [1, 2];
  ({
    // into x
    a: x,
    b: y, // into y
  } = given);
  return [id, name, key, open, others, x, y, more.f(given), (function (/* none */) { return 1; })(), (/* none */) => 2];
}
