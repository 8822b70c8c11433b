export const limit = 100;

export function twice(n: number): number {
  return n * 2;
}
