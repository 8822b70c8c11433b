import { isDeepStrictEqual } from "node:util";
import { isPlainObject } from "../json.ts";
import type { BundleText } from "../protocol.ts";
import type { JsonObject } from "./run.ts";

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
  const { places, same } = placesIn(bundle);
  const kept = [...live].filter((object) => places.has(object));
  const paths = kept.map((object) => places.get(object) as Path);
  const content: BundleText = { bundle, same, kept: paths };
  return { text: JSON.stringify(content), kept };
}

/** The path of each object in a bundle, and the places that hold one of them again. */
function placesIn(bundle: object): { readonly places: Map<object, Path>; readonly same: [Path, Path][] } {
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
  return { places, same };
}

/** The bundle with the content of an edit. Its objects that outlive the call stay the same objects, and get that content, too. */
export function editedBundle(
  bundle: object,
  edit: JsonObject | undefined,
  live: ReadonlySet<object>,
): object {
  if (edit === undefined) return bundle;
  const edited: EditableObject = structuredClone(edit);
  const { places, same } = placesIn(bundle);
  for (const [object, path] of places) {
    if (!live.has(object)) continue;
    const content = holderAt(edited, path);
    if (!content) continue;
    fillWith(object, content.value);
    content.put(object);
    // The bundle may hold it once more: there it is the same object only where the edit says the same.
    for (const [again, first] of same) {
      const other = isDeepStrictEqual(first, path) ? holderAt(edited, again) : undefined;
      if (other && isDeepStrictEqual(other.value, object)) other.put(object);
    }
  }
  return edited;
}

type EditableObject = { [key: string]: unknown };

/** The value at a path, and a way to put another there; undefined where there is nothing. */
function holderAt(
  edited: EditableObject,
  [key = "", ...further]: Path,
): { readonly value: unknown; readonly put: (object: object) => void } | undefined {
  if (!Object.hasOwn(edited, key)) return undefined;
  const value = edited[key];
  if (further.length > 0)
    return isPlainObject(value) ? holderAt(value as EditableObject, further) : undefined;
  const put = (object: object) => {
    edited[key] = object;
  };
  return { value, put };
}

/** Gives an object or a list the content of another. */
export function fillWith(object: object, content: unknown): void {
  if (Array.isArray(object) && Array.isArray(content)) object.splice(0, object.length, ...content);
  else if (isPlainObject(object) && isPlainObject(content)) {
    for (const key of Object.keys(object)) delete object[key];
    Object.defineProperties(object, Object.getOwnPropertyDescriptors(content));
  }
}
