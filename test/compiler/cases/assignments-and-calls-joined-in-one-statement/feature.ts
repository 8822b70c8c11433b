export function feature(): unknown {
  const seen: string[] = [];
  const log = (text: string) => {
    seen.push(text);
    return text;
  };
  let x = 0,
    y = 0;
  (x = 1), (y = 2), log("a");
  log("b"), log("c");
  !log("d");
  void log("e");
  x > 0 ? null : log("never");
  x ? log("f") : log("never");
  x === 1 && log("g");
  x !== 1 || log("h");
  (x && y) || log("never");
  !(x && y) && log("never");
  (log("i"), x) && log("j");
  return [seen, x, y];
}
