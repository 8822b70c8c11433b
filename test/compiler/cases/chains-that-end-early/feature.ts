export function feature(): unknown {
  const calls: string[] = [];
  const key = () => {
    calls.push("key");
    return "size";
  };
  const none = undefined as undefined | { [name: string]: { [name: string]: number } };
  const some: typeof none = { box: { size: 3 } };
  delete some?.box?.width;
  return [none?.[key()]?.size, some?.box?.[key()], (none?.box)?.size === undefined, calls, !none?.box];
}
