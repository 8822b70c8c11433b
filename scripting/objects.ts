/** `pick({ a: 1, b: 2 }, ["a"])` -> `{ a: 1 }` */
export function pick<T, Name extends keyof T>(object: T, names: readonly Name[]): Pick<T, Name> {
  const picked = {} as Pick<T, Name>;
  for (const name of names) picked[name] = object[name];
  return picked;
}

export function namesOf(named: { name: string }[]): string[] {
  return named.map((each) => each.name);
}

export function contains(list: readonly string[], entry: string): boolean {
  return list.indexOf(entry) !== -1;
}
