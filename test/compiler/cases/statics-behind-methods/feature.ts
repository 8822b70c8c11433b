// A static field comes behind the methods, with a blank line above.
class Counter {
  static all = 3;
  static readonly none = 0;

  more() {
    return Counter.none;
  }
}

class Meter {
  /** How often it was read. */
  static reads = 0;

  read() {
    return Meter.reads;
  }

  static last = 4;
}

// Where it was written behind the last method, it stays as it was.
class Gauge {
  read() {
    return Gauge.unit;
  }
  static unit = "bar";
}

// Without a method there is no other line.
class Scale {
  static unit = "kg";
  constructor(readonly weight: number) {}
}

class Typed {
  static unit?: string;
  read() {
    return Typed.unit;
  }
}

export function feature(): unknown {
  return [Counter.all, new Counter().more(), new Meter().read(), Meter.last, new Gauge().read(), Scale.unit, new Scale(1).weight, new Typed().read()];
}
