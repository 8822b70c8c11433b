export function feature(): unknown {
  const sent = z.JSON.parse<object>('{"__proto__": {"admin": true}, "hasOwnProperty": 1, "id": 2}');
  const copy = { ...sent } as { admin?: boolean };
  const { id, ...rest } = sent as { id?: number; admin?: boolean };
  return [copy.admin === undefined, rest.admin === undefined, Object.keys(copy).length, id];
}
