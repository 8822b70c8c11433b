export function feature(): unknown {
  const log: unknown[] = [];
  const note = (value: unknown) => {
    log.push(value);
    return value;
  };
  let a: number | undefined;
  const both = (left: unknown, right: unknown) => {
    left && right && note("both");
    left || right || note("neither");
    (left as boolean) ? note("left") : right && note("right");
    !(left && right) || note("again");
  };
  both(1, 0);
  both(0, 1);
  both(0, 0);
  both(1, 1);
  (a = 0) && note("no") && note("never");
  (a = 1) && note("set") && note(a);
  (note("first"), a as unknown) ?? note("never");
  const text = `${(note("in a text"), 5)}`;
  const made = new (class Made {
    constructor(readonly n: number) {}
  })(7).n;
  void note("void");
  if (text) a === 1 && note("in a branch");
  else note("never");
  for (let i = 0; i < 2; i++) i && note(i);
  const found = (log.length > 3 ? note : undefined)?.("called");
  const power = (-2) ** 2 ** 1;
  return [log, text, made, found, power, 5 .toString(), typeof (() => 1)];
}
