import type { Node } from "oxc-parser";
import { requiredModules } from "../../model/required-modules.ts";
import { methodOf, wholeChain } from "./chains.ts";
import { type Code, code, joined, type Span } from "./code.ts";
import { thisCode } from "./functions.ts";
import type { Lowering, Rows } from "./lowering.ts";
import { memberAccess } from "./members.ts";
import { requireMarker } from "./require-marker.ts";
import { superCall, superMember } from "./super.ts";
import { is, type NodeOf, unwrapped } from "./syntax.ts";

type Call = NodeOf<"CallExpression" | "NewExpression">;

export const calls: Rows = {
  CallExpression: callCode,
  NewExpression: newCode,
  ArrayExpression: (node, lowering) => {
    if (!node.elements.some(isSpread)) return lowering.inside(node);
    return spreadList(node.elements as readonly Node[], lowering);
  },
};

export function callCode(node: NodeOf<"CallExpression">, lowering: Lowering): Code {
  const { callee } = node;
  if (is(callee, "Super")) return superCall(node, lowering);
  if (is(callee, "MemberExpression") && is(callee.object, "Super")) {
    return methodCall(node, { method: superMember(callee, lowering), object: thisCode(lowering) }, lowering);
  }
  const inner = unwrapped(callee);
  if (is(inner, "ChainExpression") && is(inner.expression, "MemberExpression")) {
    // (a?.b)(c) is called on a.
    const { object, ...chain } = methodOf(inner.expression, lowering);
    return methodCall(node, { method: wholeChain(chain), object }, lowering);
  }
  if (hasSpread(node)) return spreadCall(node, inner, lowering);
  return code`${isKeptRequire(node) ? requireMarker : lowering.of(callee)}(${argumentList(node, lowering)})`;
}

/** `a.b.call(c, d)` */
function methodCall(
  node: NodeOf<"CallExpression">,
  { method, object }: { readonly method: Code; readonly object: Code },
  lowering: Lowering,
): Code {
  if (hasSpread(node)) return code`${method}.apply(${object}, ${spreadArguments(node, lowering)})`;
  const comma = node.arguments.length > 0 ? ", " : "";
  return code`${method}.call(${object}${comma}${argumentList(node, lowering)})`;
}

/** `a.b(...c)` -> `a.b.apply(a, c)` */
function spreadCall(node: NodeOf<"CallExpression">, callee: Node, lowering: Lowering): Code {
  if (!is(callee, "MemberExpression")) {
    return code`${lowering.of(node.callee)}.apply(void 0, ${spreadArguments(node, lowering)})`;
  }
  const { first, again } = lowering.once(callee.object);
  const method = code`${first}${memberAccess(callee, lowering)}`;
  return code`${method}.apply(${again}, ${spreadArguments(node, lowering)})`;
}

/** `new A(...b)` -> `new (A.bind.apply(A, __spreadArray([void 0], b)))()` */
function newCode(node: NodeOf<"NewExpression">, lowering: Lowering): Code {
  if (!hasSpread(node)) return code`new ${lowering.of(node.callee)}(${argumentList(node, lowering)})`;
  const { first, again } = lowering.once(node.callee);
  const given = spreadList(node.arguments, lowering, ["void 0"]);
  return code`new (${first}.bind.apply(${again}, ${given}))()`;
}

/** The arguments as they are written. */
export function argumentList(node: Call, lowering: Lowering): Code {
  return lowering.list(node.arguments, argumentsOf(node, lowering));
}

const opening = /(?:\s|\/\*[\s\S]*?\*\/|\/\/.*\n|\?\.)*\(/y;

/** What stands between the parentheses of a call. */
function argumentsOf({ callee, typeArguments, end }: Call, { text }: Lowering): Span {
  opening.lastIndex = (typeArguments ?? callee).end;
  return opening.test(text) ? { start: opening.lastIndex, end: end - 1 } : { start: end, end };
}

export function hasSpread(node: Call): boolean {
  return node.arguments.some(isSpread);
}

function isSpread(node: Node | null): node is NodeOf<"SpreadElement"> {
  return is(node, "SpreadElement");
}

/** The arguments as a list. */
export function spreadArguments(node: Call, lowering: Lowering): Code {
  const [only] = node.arguments;
  if (node.arguments.length === 1 && isSpread(only as Node) && !lowering.iterates) {
    return lowering.of((only as NodeOf<"SpreadElement">).argument);
  }
  return spreadList(node.arguments, lowering);
}

/** `[a, ...b, c]` -> `__spreadArray(__spreadArray([a], b), [c])` */
function spreadList(elements: readonly Node[], lowering: Lowering, before: readonly Code[] = []): Code {
  const groups: Code[] = [];
  let plain = [...before];
  const close = () => {
    if (plain.length > 0 || groups.length === 0) groups.push(code`[${joined(plain, ", ")}]`);
    plain = [];
  };
  for (const it of elements) {
    if (isSpread(it)) {
      close();
      const list = lowering.of(it.argument);
      groups.push(lowering.iterates ? code`${lowering.helper("__read")}(${list})` : list);
    } else plain.push(lowering.of(it));
  }
  if (plain.length > 0) close();
  const [first, ...others] = groups;
  const spread = lowering.helper("__spreadArray");
  return others.reduce<Code>((whole, it) => code`${spread}(${whole}, ${it})`, first as Code);
}

/** `require("querystring")`, for what the platform gives */
function isKeptRequire({ callee, arguments: [name] }: NodeOf<"CallExpression">): boolean {
  if (!is(callee, "Identifier") || callee.name !== "require" || !is(name, "Literal")) return false;
  return requiredModules.some((it) => it === name.value);
}
