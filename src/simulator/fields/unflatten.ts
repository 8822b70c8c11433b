import type { FieldValues } from "./field-values.ts";

// Source: runner, bundle.js: `MAX_KEY_PARTS`. What goes deeper is lost.
const deepest = 6;
const separator = "__";

interface Branch {
  [key: string]: unknown;
}

/** `{a__b: 1, c: 2}` -> `{c: 2, a: {b: 1}}`. Source: runner, bundle.js, `unflattenObject`. */
export function unflatten(values: FieldValues): FieldValues {
  const root: Branch = { ...values };
  for (const [key, value] of Object.entries(values)) {
    if (!key.includes(separator) || key.startsWith(separator) || key.endsWith(separator)) continue;
    const parts = key.split(separator, deepest);
    const last = parts.pop() as string;
    const parent = parts.reduce((branch: Branch, part) => {
      branch[part] ||= {};
      return branch[part] as Branch;
    }, root);
    // Where a parent has a value of its own, that stays and this is lost.
    if (typeof parent === "object" && parent !== null) parent[last] = value;
    delete root[key];
  }
  return root;
}
