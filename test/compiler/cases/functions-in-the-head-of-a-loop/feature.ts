export function feature(): unknown {
  const later: (() => number)[] = [];
  const keep = (call: () => number) => {
    later.push(call);
    return true;
  };
  for (let i = 0; keep(() => i) && i < 3; i++) later.push(() => i * 10);
  for (let i = 0; i < 2; later.push(() => i), i++) {
    if (i === 1) continue;
  }
  for (let i = 0, first = () => i; i < 2; i++) later.push(first);
  rows: for (let i = 0; i < 3; i++) {
    for (const j of [i, i + 1]) {
      later.push(() => i + j);
      if (j === 1) continue rows;
      if (j === 2) break rows;
    }
  }
  let n = 0;
  while (n < 3) {
    const step = n++;
    if (step === 1) continue;
    switch (step) {
      case 0:
        later.push(() => step);
        break;
      default:
        later.push(() => -step);
    }
  }
  for (const name in { a: 1, b: 2 }) {
    var last = name;
    later.push(() => name.length + last.length);
  }
  return later.map((call) => call());
}
