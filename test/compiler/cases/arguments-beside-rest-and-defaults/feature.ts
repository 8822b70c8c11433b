function count(first = 1, ...others: number[]): string {
  return `${arguments.length}: ${first} and ${others.length}`;
}

const apply = (call: (...values: number[]) => string, ...values: number[]) => call(...values);

export function feature(): unknown {
  return [apply(count), apply(count, 5), apply(count, 5, 6, 7), count(undefined, 2)];
}
