class Meter {
  static reads = 0;
  static {
    // One statement needs no function.
    Meter.reads = 1; // set here
  }
  #volts = 1;
  /** In volts. */
  get volts() {
    return this.#volts;
  }
  /** Only whole ones. */
  set volts(volts: number) {
    this.#volts = Math.round(volts);
  }
}

export function feature() {
  let sum = 0;
  for (let i = 0 /* the first */; /* all of them */ i < 3; /* one by one */ i++) sum += i;
  for (
    let i = 0;
    // up to two
    i < 2;
    i++
  )
    sum += i;
  for (const [a, /* the larger */ b] of /* pairs */ [[1, 2]]) sum += (a ?? 0) + (b ?? 0);
  for (const key in /* only one */ { a: 1 }) sum += key.length;
  do sum++;
  while (/* not yet */ sum < 20);
  switch (/* surely a number */ sum) {
    case /* never */ 0:
      sum = 1;
  }
  switch (sum) {
    // no case yet
  }
  try {
    throw new Error("a");
  } catch (/* of any kind */ error) {
    sum += (error as Error).message.length;
  } finally {
    // always

    // and then
    sum++; // once more
  }
  const meter = new Meter();
  meter.volts = 2.4;
  return [sum, meter.volts, Meter.reads];
}
