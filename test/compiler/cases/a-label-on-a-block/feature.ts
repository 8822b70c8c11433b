export function feature(): unknown {
  const seen: string[] = [];
  for (const word of ["a", "", "c"]) {
    check: {
      if (word === "") break check;
      seen.push(word);
    }
    seen.push("/");
  }
  return seen.join("");
}
