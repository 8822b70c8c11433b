export function feature(): unknown {
  const seen: string[] = [];
  rows: for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      if (j === 1) continue rows;
      if (i === 2) break rows;
      seen.push(i + "/" + j);
    }
  }
  return seen;
}
