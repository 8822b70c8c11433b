import { SaxesParser } from "saxes";
import type { Json } from "../../model/bundles/shared.ts";

/** An element that is not closed yet. */
interface OpenElement {
  /** Its attributes and the elements in it, by their names. */
  readonly entries: Map<string, Json>;
  text: string;
}

// Those of XML itself, and nothing that objects inherit.
const entities = Object.assign(Object.create(null), { amp: "&", apos: "'", gt: ">", lt: "<", quot: '"' });

/**
 * Reads XML as the Python package xmltodict does. Assumed: that the platform uses it. Undefined where it is not well-formed, or uses
 * an entity of its own.
 *
 * `<a b="1">x<c/> y</a>` -> `{a: {"@b": "1", c: null, "#text": "x y"}}`
 */
export function parseXml(text: string): Json | undefined {
  if (!text.startsWith("<")) return undefined;
  const parser = new SaxesParser();
  parser.ENTITIES = entities;
  const root = element({});
  const open = [root];
  const addText = (part: string) => {
    (open.at(-1) as OpenElement).text += part;
  };
  parser.on("opentag", ({ attributes }) => open.push(element(attributes)));
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", ({ name }) => {
    const closed = open.pop() as OpenElement;
    addValue(open.at(-1) as OpenElement, name, elementValue(closed));
  });
  try {
    parser.write(text).close();
    return Object.fromEntries(root.entries);
  } catch {
    return undefined;
  }
}

function element(attributes: { readonly [name: string]: string }): OpenElement {
  const entries = Object.entries(attributes).map(([name, value]) => [`@${name}`, value] as const);
  return { entries: new Map<string, Json>(entries), text: "" };
}

/** An element that occurs again makes a list of its values. */
function addValue({ entries }: OpenElement, name: string, value: Json): void {
  const before = entries.get(name);
  if (Array.isArray(before)) before.push(value);
  else entries.set(name, entries.has(name) ? [before as Json, value] : value);
}

/** An empty element is null, and one that holds nothing but text is that text. */
function elementValue({ entries, text }: OpenElement): Json {
  const stripped = text.trim();
  if (entries.size === 0) return stripped || null;
  if (stripped) entries.set("#text", stripped);
  return Object.fromEntries(entries);
}
