export function feature(): unknown {
  const a = /* one */ 1; // trailing
  const list = [
    1, // first
    // second
    2,
  ];
  switch (a) {
    // before
    case 1: // on the case
      break; // over
    default:
    // nothing
  }
  if (a) {
    /* empty */
  } else {
    return 0; /* never */
  }
  return list.map((n) => /* inline */ n + a); // the end
}
