import { type Change, isSameJson, type Owner, shown } from "./change.ts";

type AnyObject = { readonly [key: string]: unknown };

/** The keys of a result as later steps name them, with their values: `owner__name`. */
export function keysIn(value: unknown, prefix = ""): Map<string, unknown> {
  const keys = new Map<string, unknown>();
  if (!isObject(value)) return keys;
  for (const [name, inner] of Object.entries(value)) {
    const key = prefix === "" ? name : `${prefix}__${name}`;
    if (isObject(inner)) for (const [deeper, leaf] of keysIn(inner, key)) keys.set(deeper, leaf);
    else keys.set(key, inner);
  }
  return keys;
}

function isObject(value: unknown): value is AnyObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The changes of a step's sample: later steps of Zaps name its keys. */
export function sampleChanges(
  before: AnyObject | undefined,
  after: AnyObject | undefined,
  { entity, of }: Owner,
): Change[] {
  if (before && !after)
    return [
      {
        kind: "unknown",
        id: "sample-removed",
        entity,
        message: `The sample of ${of} is gone: nothing tells whether its keys stay.`,
        hint: "Keep the sample.",
      },
    ];
  if (!before || !after)
    return after
      ? [{ kind: "new", id: "sample-added", entity, message: `There is a sample of ${of} now.` }]
      : [];
  return keyChanges(keysIn(before), keysIn(after), { entity, of: `the sample of ${of}` });
}

/** The changes from the keys of one result to those of another. */
export function keyChanges(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  { entity, of }: Owner,
): Change[] {
  const gone = [...before.keys()].filter((key) => !after.has(key));
  const come = [...after.keys()].filter((key) => !before.has(key));
  const renamed = (key: string) =>
    come.find((it) => before.get(key) !== null && isSameJson(after.get(it), before.get(key)));
  return [
    ...gone.map((key) => {
      const now = renamed(key);
      return {
        kind: "break" as const,
        id: "sample-key-removed",
        today: "C003",
        entity,
        message: `"${key}" is gone from ${of}${now === undefined ? "" : `, and "${now}" has its value`}: later steps of Zaps use it.`,
        hint: now === undefined ? `Go on returning "${key}".` : `Return both "${key}" and "${now}".`,
      };
    }),
    ...come.map((key) => ({
      kind: "new" as const,
      id: "sample-key-added",
      entity,
      message: `"${key}" has come to ${of}.`,
    })),
    ...[...after].flatMap(([key, value]) => {
      if (!before.has(key) || kindOf(before.get(key)) === kindOf(value)) return [];
      if (before.get(key) === null || value === null) return [];
      return [
        {
          kind: "changed" as const,
          id: "sample-type",
          entity,
          message: `"${key}" of ${of} was ${shown(before.get(key))}, and is ${shown(value)} now.`,
        },
      ];
    }),
  ];
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "list" : typeof value;
}

/**
 * The form of an id, without its values: `air-quality:2024-03-01` -> `x:x`, 7 and "7" -> `9`. The ids of one kind of items have
 * the same form.
 */
export function formOf(id: unknown): string {
  const text = String(id);
  return /^\d+$/.test(text) ? "9" : text.replace(/[\p{L}\p{N}_.-]+/gu, "x");
}
