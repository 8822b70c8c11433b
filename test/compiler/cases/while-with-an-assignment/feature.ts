export function feature(): unknown {
  const words = /\w+/g;
  const seen: string[] = [];
  let match: RegExpExecArray | null;
  while ((match = words.exec("one two"))) seen.push(match[0]);
  let node: { next: typeof node } | undefined = { next: { next: undefined } };
  let depth = 0;
  do {
    depth++;
  } while ((node = node?.next));
  return [seen, depth];
}
