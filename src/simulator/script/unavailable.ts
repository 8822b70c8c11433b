/** A value of which any use calls `fail`. Made inside the context: see `inContext`. */
export function makeUnavailable(fail: () => unknown): unknown {
  return new Proxy(() => {}, {
    get: fail,
    set: fail as () => boolean,
    has: fail as () => boolean,
    apply: fail,
    construct: fail as () => object,
  });
}
