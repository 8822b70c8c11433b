import { isInEs5 } from "../traps/regular-expression.ts";
import * as make from "../tree/build.ts";
import { type AnyNode, is, type NodeOf } from "../tree/nodes.ts";
import type { Rows } from "./lowering.ts";

export const literals: Rows = {
  Literal: (node, _lowering, { parent, key }) => {
    if (node.bigint === undefined || node.bigint === null) return regularExpression(node);
    const digits = make.literal(node.bigint);
    const isName = key === "key" && is(parent, "Property", "MethodDefinition", "PropertyDefinition");
    // `10n` -> `BigInt("10")`: the engine `node` has it.
    return isName ? digits : make.call(make.identifier("BigInt"), [digits]);
  },
};

// ES5 is known to have all others.
const mayBeLater = /\(\?[^:=!]|\\[kpPu]/;

/** `/\p{L}/u` -> `new RegExp("\\p{L}", "u")`: the engine `node` knows it, and ES5 has no literal for it. */
function regularExpression(node: NodeOf<"Literal">): AnyNode {
  const { regex } = node as { readonly regex?: { readonly pattern: string; readonly flags: string } };
  if (!regex || (/^[gim]*$/.test(regex.flags) && !mayBeLater.test(regex.pattern))) return node;
  if (isInEs5(regex.pattern, regex.flags)) return node;
  const given = [regex.pattern, regex.flags].filter((it) => it !== "").map((it) => make.literal(it));
  return make.newInstance(make.identifier("RegExp"), given);
}
