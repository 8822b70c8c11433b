import { type Code, code, joined } from "./code.ts";
import { signatureAndBody } from "./functions.ts";
import type { Lowering, Rows } from "./lowering.ts";
import { keyAccess, keyText } from "./members.ts";
import type { NodeOf } from "./syntax.ts";

type Property = NodeOf<"ObjectExpression">["properties"][number];

export const objects: Rows = {
  ObjectExpression: (node, lowering) => {
    if (node.properties.some(({ type }) => type === "SpreadElement")) return spreadObject(node, lowering);
    if (node.properties.some(isComputed)) return objectWith(node.properties, lowering);
    return lowering.inside(node);
  },
  Property: (node, lowering) => {
    const { key, value, kind, shorthand, method } = node;
    const name: Code = { start: key.start, end: key.end };
    if (kind !== "init")
      return code`${kind} ${name}${signatureAndBody(value as NodeOf<"FunctionExpression">, lowering)}`;
    if (shorthand) return code`${(key as NodeOf<"Identifier">).name}: ${lowering.of(value)}`;
    if (method) return code`${name}: ${lowering.of(value)}`;
    return lowering.inside(node);
  },
};

function isComputed(node: Property): boolean {
  return node.type === "Property" && node.computed;
}

/** `{ a: 1, ...b, c: 2 }` -> `__assign(__assign({ a: 1 }, b), { c: 2 })` */
function spreadObject({ properties, start }: NodeOf<"ObjectExpression">, lowering: Lowering): Code {
  const groups: Code[] = [];
  let plain: Property[] = [];
  let [offset, comments]: [number, Code] = [start + 1, ""];
  const close = () => {
    if (plain.length > 0 || groups.length === 0) groups.push(objectOf(plain, lowering, comments));
    plain = [];
  };
  for (const it of properties) {
    if (it.type === "SpreadElement") {
      close();
      groups.push(lowering.of(it.argument));
    } else {
      if (plain.length === 0) comments = lowering.comments(offset, it.start);
      plain.push(it);
    }
    offset = it.end;
  }
  if (plain.length > 0) close();
  const assign = lowering.helper("__assign");
  const [first, ...others] = groups;
  if (others.length === 0) return code`${assign}({}, ${first as Code})`;
  return others.reduce<Code>((whole, it) => code`${assign}(${whole}, ${it})`, first as Code);
}

function objectOf(properties: readonly Property[], lowering: Lowering, comments: Code = ""): Code {
  return properties.some(isComputed)
    ? objectWith(properties, lowering)
    : literalOf(properties, lowering, comments);
}

function literalOf(properties: readonly Property[], lowering: Lowering, comments: Code = ""): Code {
  const [first, last] = [properties[0], properties.at(-1)];
  return first && last
    ? code`{ ${comments}${lowering.parts(properties, { start: first.start, end: last.end })} }`
    : "{}";
}

/** `{ a: 1, [b]: 2 }` -> `(_a = { a: 1 }, _a[b] = 2, _a)` */
function objectWith(properties: readonly Property[], lowering: Lowering): Code {
  const first = properties.findIndex(isComputed);
  const object = lowering.temporary();
  const parts: Code[] = [code`${object} = ${literalOf(properties.slice(0, first), lowering)}`];
  for (const it of properties.slice(first)) {
    if (it.type === "Property") parts.push(setProperty(it, object, lowering));
  }
  return code`(${joined([...parts, object], ", ")})`;
}

function setProperty(node: NodeOf<"Property">, object: string, lowering: Lowering): Code {
  if (node.kind !== "init") {
    const accessor = code`${node.kind}: ${lowering.of(node.value)},\nenumerable: true,\nconfigurable: true`;
    return code`Object.defineProperty(${object}, ${keyText(node, lowering)}, {\n${accessor}\n})`;
  }
  return code`${object}${keyAccess(node, lowering)} = ${lowering.of(node.value)}`;
}
