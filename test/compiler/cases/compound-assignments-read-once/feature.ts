export function feature(): unknown {
  let calls = 0;
  const list = [{ n: 1, text: "" as string | null, power: 2 }];
  const at = (index: number) => {
    calls++;
    return list[index]!;
  };
  at(0).n += 2;
  at(0).text ||= "filled";
  at(0).text &&= "kept";
  at(0).power **= 3;
  const keys = ["n"] as const;
  let next = 0;
  at(0)[keys[next++]!] ??= 9;
  return [list, calls, next];
}
