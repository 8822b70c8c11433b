export function feature(): unknown {
  const seen: (() => string)[] = [];
  loop: for (const word of ["one", "skip", "two", "stop", "three"]) {
    switch (word) {
      case "skip":
        continue;
      case "stop":
        break loop;
      case "one": {
        const shown = word.toUpperCase();
        seen.push(() => shown);
        break;
      }
      default:
        seen.push(() => word);
    }
  }
  return seen.map((call) => call());
}
