export function feature(): unknown {
  const cost = (size: string) => {
    let sum = 0;
    switch (size) {
      case "big":
        sum += 10;
      case "medium":
        sum += 5;
        break;
      case "none":
      default: {
        const rest = 1;
        sum += rest;
      }
    }
    return sum;
  };
  return [cost("big"), cost("medium"), cost("none"), cost("?")];
}
