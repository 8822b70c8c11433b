export function feature(): unknown {
  const later: (() => unknown)[] = [];
  // Above a loop that counts.
  for (let i = 0; i < 2; i++) {
    later.push(() => i);
  } // Behind it.

  /** Above a loop that waits. */
  while (later.length < 4) {
    const length = later.length;
    later.push(() => length);
  }

  // Above one with its test at the end.
  do {
    const length = later.length;
    later.push(() => length);
  } while (later.length < 5); // Behind its test.

  // Above a label.
  rows: for (const row of ["a", "b"]) {
    later.push(() => row);
    if (later.length > 6) break rows;
  } // Behind the loop with a label.

  // Above a switch.
  switch (later.length) {
    case 7:
      later.push(said);
      break;
    case 8:
      function said() {
        return "said";
      }
  } // Behind the switch.
  return later.map((call) => call());
}
