interface Options {
  size?: number | null;
  name?: string | null;
}

function show({ size = 1, name = "none" }: Options, list: (number | null)[] | null = [7]): unknown {
  const [first = 0] = list ?? [null];
  return [size, name, first];
}

export function feature(): unknown {
  return [show({}), show({ size: null, name: null }, null), show({ size: undefined, name: "" }, [])];
}
