export function feature(): unknown {
  const o: { class?: number } = { class: 1 };
  return [typeof undefined, typeof o, typeof o.class, o["class"], o?.["class"]];
}
