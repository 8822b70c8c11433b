import { keyPartLimit } from "../limits.ts";
import { RunFailed } from "../run/run-failed.ts";
import type { FieldValues } from "./form.ts";

const separator = "__";

interface Branch {
  [key: string]: unknown;
}

interface FieldValue {
  readonly key: string;
  readonly value: unknown;
}

/** `{a__b: 1, c: 2}` -> `{c: 2, a: {b: 1}}`. Parts beyond the limit are lost. Source: runner, bundle.js, `unflattenObject`. */
export function unflatten(values: FieldValues): FieldValues {
  const root: Branch = { ...values };
  for (const [key, value] of Object.entries(values)) {
    if (!key.includes(separator) || key.startsWith(separator) || key.endsWith(separator)) continue;
    place(root, key.split(separator, keyPartLimit), { key, value });
    delete root[key];
  }
  return root;
}

/**
 * A parent's own value stays: a value below it is lost, one that is deeper fails the run. Lost is also what the
 * runner would write into what all objects inherit: `constructor__prototype__a`.
 */
function place(branch: unknown, [part = "", ...below]: readonly string[], field: FieldValue): void {
  if (!isBranch(branch)) {
    if (below.length > 0) throw noBranch(field.key, below[0]);
  } else if (below.length === 0) branch[part] = field.value;
  else if (Object.hasOwn(branch, part) || !(part in branch)) {
    branch[part] ||= {};
    place(branch[part], below, field);
  }
}

function isBranch(value: unknown): value is Branch {
  return typeof value === "object" && value !== null;
}

/** Source: runner, bundle.js, on Node.js 16 and later. */
function noBranch(key: string, below: string | undefined): RunFailed {
  const message = `Cannot read properties of undefined (reading '${below}')`;
  const hint = `"${key}" stands below a field that has a value of its own: fill in one of the two.`;
  return new RunFailed({ name: "TypeError", message, hint });
}
