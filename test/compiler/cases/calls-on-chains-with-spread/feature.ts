interface Thing {
  n: number;
  add?(...numbers: number[]): number;
  inner?: Thing;
  list?: number[];
}

export function feature(): unknown {
  const thing: Thing = {
    n: 1,
    add(...numbers) {
      return numbers.reduce((sum, it) => sum + it, this.n);
    },
  };
  thing.inner = { ...thing, n: 10 };
  const none = undefined as Thing | undefined;
  const numbers = [1, 2];
  let reads = 0;
  const read = () => {
    reads++;
    return thing;
  };
  const removed = [delete thing.inner?.list, delete none?.list];
  return [
    thing.add?.(...numbers),
    thing.inner?.add?.(...numbers, 3),
    none?.inner?.add?.(...numbers),
    read().inner?.add?.(1),
    (thing?.add)?.(1),
    (thing.inner?.add as (...numbers: number[]) => number)(...numbers),
    none?.list?.[reads++],
    (thing.inner?.list as number[] | undefined)?.concat(...[[1]]).length,
    [...numbers, ...(thing.list ?? [9])],
    new Date(...([2020, 1, 2] as [number, number, number])).getMonth(),
    reads,
    removed,
  ];
}
