export function feature(): unknown {
  const seen = [early()];
  function early() {
    return `early ${late()}`;
  }
  const table = { double, half: (n: number) => n / 2 };
  function double(n: number) {
    return n * 2;
  }
  return [seen, table.double(4), table.half(4)];
}

function late(): string {
  return "late";
}
