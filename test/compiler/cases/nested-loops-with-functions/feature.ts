export function feature(): unknown {
  const cells: (() => string)[] = [];
  rows: for (const row of [1, 2, 3]) {
    for (let column = 0; column < 3; column++) {
      if (column > row) continue rows;
      if (row === 3 && column === 2) break rows;
      cells.push(() => `${row}${column}`);
    }
    cells.push(() => `end ${row}`);
  }
  return cells.map((cell) => cell());
}
