import type { Node } from "oxc-parser";
import { type Code, code } from "./code.ts";
import type { Lowering, Rows } from "./lowering.ts";
import { superMember } from "./super.ts";
import { is, keyName, type NodeOf } from "./syntax.ts";

export const members: Rows = {
  Identifier: (node, lowering) => lowering.nameOf(node),
  // A trap. A package may have it, as long as it is not bundled.
  PrivateIdentifier: ({ start, end }) => code`_${{ start: start + 1, end }}`,
  MemberExpression: (node, lowering) => {
    return is(node.object, "Super") ? superMember(node, lowering) : lowering.inside(node);
  },
};

/** `.b`, `[c]`, with the comments before it. */
export function memberAccess(node: NodeOf<"MemberExpression">, lowering: Lowering): Code {
  const { object, property, computed } = node;
  const comments = lowering.comments(object.end, property.start);
  return code`${comments}${keyAccess({ key: property, computed }, lowering)}`;
}

interface Keyed {
  readonly key: Node;
  readonly computed: boolean;
}

/** `.a`, `["a-b"]`, `[b]` */
export function keyAccess({ key, computed }: Keyed, lowering: Lowering): Code {
  if (!computed && is(key, "Identifier")) return code`.${{ start: key.start, end: key.end }}`;
  return computed || is(key, "Literal") ? code`[${lowering.of(key)}]` : code`.${lowering.of(key)}`;
}

/** `"a"`, `"a-b"`, `b` */
export function keyText(node: Keyed, lowering: Lowering): Code {
  return node.computed ? lowering.of(node.key) : JSON.stringify(keyName(node));
}
