export function feature({ Map, Set, Symbol }) {
  const log = [];
  const counting = (to, name) => ({
    [Symbol.iterator]() {
      let at = 0;
      return { next: () => ({ done: at >= to, value: at++ }), return: () => (log.push(name), {}) };
    },
  });
  const closures = [];
  for (const item of new Set(["a", "b"])) closures.push(() => item);
  for (let [key, value] of new Map([["k", 1]])) closures.push(() => (key += value));
  if (log.length === 0) for (const it of counting(2, "if")) log.push(it);
  else log.push("else");
  b: for (const it of counting(9, "labelled")) {
    for (const other of counting(9, "inner")) {
      closures.push(() => it + other);
      if (it === 0) continue b;
      if (it === 1) continue b;
      if (it === 2) break b;
    }
  }
  outer: while (true) {
    for (const it of counting(3, "while")) if (it === 1) break outer;
  }
  const returned = (() => {
    for (const it of counting(3, "return")) for (const other of counting(3, "return within")) if (it + other === 2) return [it, other];
    return undefined;
  })();
  const thrown = (() => {
    try {
      for (const it of counting(3, "throw")) if (it === 1) throw it;
    } catch (error) {
      return `caught ${error}`;
    }
    return undefined;
  })();
  switch (log.length) {
    default:
      for (const it of counting(2, "switch")) {
        if (it === 0) continue;
        log.push(`case ${it}`);
      }
  }
  let target = {};
  for (target.x of counting(2, "member")) log.push(target.x);
  for ([target.y, target.z = "default"] of new Map([[1, undefined]])) log.push(target.y, target.z);
  const seen = new Set([1]);
  for (const it of seen) if (it < 4) seen.add(it + 1);
  const list = [1];
  for (const it of list) if (it < 4) list.push(it + 1);
  const rest = ((...given) => {
    given = new Set(given);
    const found = [];
    for (const it of given) found.push(it);
    return found;
  })(1, 1, 2);
  const notIterable = [() => { for (const it of {}) log.push(it); }, () => [...{}], () => { const [one] = {}; return one; }, () => { for (const it of null) log.push(it); }];
  const failures = notIterable.map((call) => { try { return call(); } catch (error) { return error.name; } });
  const [, second, ...others] = new Set("abcd");
  const spread = [0, ...seen, ..."é😀", ...[5, 6].map((it) => it * 2), ...Object.keys({ k: 1 })];
  return { log, closures: closures.map((it) => it()), returned, thrown, seen: [...seen], list, rest, failures, second, others, spread, max: Math.max(...seen.values(), 2) };
}
