import type { AnyNode } from "acorn";
import { declarationsIn } from "../inference/declarations.ts";
import { keptState } from "../inference/kept-state.ts";
import { isFunction, nodesWithin, propertyName } from "../inference/nodes.ts";
import { parseScript } from "../inference/parse-script.ts";
import type { Metadata } from "../model/definitions.ts";
import { hydrator, type Method, methods, nameInZap } from "../model/methods.ts";

/** The words that made-up bundles consist of, so that a script finds in them what it looks for. */
export interface Vocabulary {
  /** The names of properties. Never empty. */
  readonly names: readonly string[];
  /** Values of texts. Never empty. */
  readonly texts: readonly string[];
  /** The values that properties are compared with, by their names. */
  readonly values: { readonly [name: string]: readonly Comparable[] };
  /** Never empty. */
  readonly urls: readonly string[];
  /** The keys of the fields, by the property of a bundle: `trigger_fields`. */
  readonly fields: { readonly [property: string]: readonly string[] };
  /** Bodies of recorded answers. */
  readonly contents: readonly string[];
}

type Comparable = string | number | boolean | null;

/** A method to call, and what its bundles consist of. */
export interface CalledMethod {
  /** In `Zap`. */
  readonly name: string;
  readonly method: Method;
  readonly words: Vocabulary;
  /** Set where a call may find what an earlier one has left in the script, as far as its source tells. */
  readonly keepsState: boolean;
}

interface VocabularySource {
  /** The text of the script. */
  readonly source: string;
  readonly metadata: Metadata;
  /** The names on its `Zap`. */
  readonly names: readonly string[];
  readonly contents: readonly string[];
}

/** The methods that the platform would call. */
export function calledMethods({ source, metadata, names, contents }: VocabularySource): CalledMethod[] {
  const program = parseScript(source);
  const { members } = declarationsIn(program);
  const kept = keptState(source);
  const all = wordsIn(program);
  const { auth } = metadata.app;
  const auth_fields = "fields" in auth ? auth.fields.map(({ key }) => key) : [];
  const steps = [
    ...metadata.triggers.map((step) => ({ kind: "trigger", property: "trigger_fields", step })),
    ...metadata.actions.map((step) => ({ kind: "action", property: "action_fields", step })),
    ...metadata.searches.map((step) => ({ kind: "search", property: "search_fields", step })),
    { kind: "hook", property: "", step: undefined },
    { kind: "auth", property: "", step: undefined },
    { kind: "hydrator", property: "", step: undefined },
  ] as const;
  const hydrators = metadata.hydrators.map(hydrator);
  return steps.flatMap(({ kind, property, step }) =>
    [...methods, ...hydrators]
      .filter((method) => method.kind === kind && names.includes(nameInZap(method, step?.key ?? "")))
      .map((method) => {
        const name = nameInZap(method, step?.key ?? "");
        const node = members.get(name)?.value;
        const own = node ? wordsIn(node) : all;
        const keys = (step?.fields ?? []).map(({ key }) => key);
        const { url } = (step ?? {}) as { readonly url?: string };
        return {
          name,
          method,
          keepsState: !isFunction(node) || kept(name, name).length > 0,
          words: {
            // The method's own words first: there is room for so many.
            names: [...new Set([...own.names, "id", ...all.names])],
            texts: [...new Set([...own.texts, "one", ...all.texts.slice(0, 20)])],
            values: all.values,
            urls: [url ?? "https://api.example.com/records", "https://api.example.com/records/1"],
            fields: { auth_fields, [property]: keys, [`${property}_full`]: keys, [`${property}_raw`]: keys },
            contents,
          },
        };
      }),
  );
}

// Those of the platform and of the language: no API has them.
const common = new Set([
  ...[Array, String, Object, Number, Date, RegExp, Function].flatMap((it) =>
    Object.getOwnPropertyNames(it.prototype).filter((name) => name !== "link" && name !== "name"),
  ),
  ...["JSON", "parse", "stringify", "request", "response", "content", "prototype", "__proto__", "exports"],
]);

type ScriptWords = Pick<Vocabulary, "names" | "texts" | "values">;

function wordsIn(node: AnyNode): ScriptWords {
  const names = new Set<string>();
  const texts = new Set<string>();
  const values: { [name: string]: Comparable[] } = Object.create(null);
  for (const it of nodesWithin(node).sort((one, other) => one.start - other.start)) {
    const name = it.type === "MemberExpression" ? propertyName(it.property, it) : undefined;
    if (name !== undefined && !common.has(name)) names.add(name);
    if (it.type === "Literal" && typeof it.value === "string" && it.value.length < 40) texts.add(it.value);
    for (const [compared, value] of comparedIn(it)) values[compared] = [...(values[compared] ?? []), value];
  }
  return { names: [...names], texts: [...texts], values };
}

/** `item.kind === "task"`, and the cases of `switch (item.kind)` */
function comparedIn(node: AnyNode): [name: string, value: Comparable][] {
  if (node.type === "SwitchStatement")
    return node.cases.flatMap(({ test }) => (test ? comparedWith(node.discriminant, test) : []));
  if (node.type !== "BinaryExpression" || !/^([!=]==?|[<>]=?)$/.test(node.operator)) return [];
  const { left, right } = node;
  return [...comparedWith(left as AnyNode, right), ...comparedWith(right, left as AnyNode)];
}

function comparedWith(node: AnyNode, value: AnyNode): [name: string, value: Comparable][] {
  if (node.type !== "MemberExpression" || value.type !== "Literal") return [];
  const name = propertyName(node.property, node);
  const isComparable = value.value === null || ["string", "number", "boolean"].includes(typeof value.value);
  return name !== undefined && isComparable ? [[name, value.value as Comparable]] : [];
}
