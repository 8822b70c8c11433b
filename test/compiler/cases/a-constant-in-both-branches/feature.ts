export function feature(): unknown {
  const pick = (yes: boolean) => {
    if (yes) {
      const word = "yes";
      return word;
    } else {
      const word = "no";
      return word + "!";
    }
  };
  return [pick(true), pick(false)];
}
