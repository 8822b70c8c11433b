import type { BundleText } from "../protocol.ts";

type Path = readonly string[];

/**
 * A bundle as JSON, with what JSON does not say: where it holds one object twice, and which of its objects outlive the call.
 *
 * @param live - the objects that do
 */
export function writtenBundle(
  bundle: object,
  live: ReadonlySet<object>,
): { readonly text: string; readonly kept: readonly object[] } {
  const places = new Map<object, Path>();
  const same: [Path, Path][] = [];
  const visit = (value: unknown, path: Path): void => {
    if (typeof value !== "object" || value === null) return;
    const before = places.get(value);
    if (before) {
      same.push([path, before]);
      return;
    }
    places.set(value, path);
    for (const [key, entry] of Object.entries(value)) visit(entry, [...path, key]);
  };
  visit(bundle, []);
  const kept = [...live].filter((object) => places.has(object));
  const paths = kept.map((object) => places.get(object) as Path);
  const content: BundleText = { bundle, same, kept: paths };
  return { text: JSON.stringify(content), kept };
}
