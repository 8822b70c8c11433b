/** Takes only a value whose type is exactly T: `is<string>()(value)`. */
export const is =
  <T>() =>
  <V>(value: V, ..._same: [V] extends [T] ? ([T] extends [V] ? [] : ["not this type"]) : ["not this type"]): V =>
    value;
