// @ts-nocheck
const key: any = { valueOf: () => "value", toString: () => "text" };
export function feature() {
  const { [key]: found, [1]: one, ["__proto__"]: proto, ...rest } = { text: 1, value: 2, 1: 3, 2: 4, toString: 5 };
  const { [null]: none, [true]: yes, ...others } = { null: 1, true: 2, other: 3, isPrototypeOf: 4 };
  return [found, one, rest, none, yes, others, { ...rest, constructor: 6 }];
}
