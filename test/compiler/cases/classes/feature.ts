export function feature(): unknown {
  class Base {
    static count = 0;
    private secret = 1;
    constructor(
      readonly name: string,
      protected size = 2,
    ) {
      Base.count++;
    }
    get value() {
      return this.secret;
    }
    set value(v) {
      this.secret = v * 2;
    }
    describe() {
      return this.name + this.size;
    }
    static make(name: string) {
      return new Base(name);
    }
  }
  const made = Base.make("a");
  made.value = 4;
  return [
    made.value,
    made.describe(),
    Base.count,
    made instanceof Base,
    made.constructor === Base,
    Object.keys(made).sort(),
  ];
}
