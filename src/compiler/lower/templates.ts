import { isPrimitive } from "../analyze/values.ts";
import * as make from "../tree/build.ts";
import { type AnyNode, is, type NodeOf } from "../tree/nodes.ts";
import type { Lowering, Rows } from "./lowering.ts";

export const templates: Rows = {
  TemplateLiteral: template,
  TaggedTemplateExpression: taggedTemplate,
};

/**
 * `https://${domain}/api` -> "https://" + domain + "/api"
 *
 * `+` asks an object for its `valueOf`, and a template for its `toString`: where anything in the bundle may have a `valueOf` of
 * its own, `String` stands around what may be such an object.
 */
function template(
  node: NodeOf<"TemplateLiteral">,
  lowering: Lowering,
  { parent }: { parent?: AnyNode | undefined },
): AnyNode {
  // A tag gets the parts.
  if (is(parent, "TaggedTemplateExpression")) return node;
  const parts: AnyNode[] = [];
  const add = (part: AnyNode) => {
    const last = parts.at(-1);
    const isConstant = is(part, "Literal") && typeof part.value === "string" && !part.comments;
    if (isConstant && is(last, "Literal") && typeof last.value === "string" && !last.comments) {
      parts[parts.length - 1] = { ...last, value: last.value + part.value, raw: undefined } as AnyNode;
    } else if (!isConstant || part.value !== "") parts.push(part);
  };
  node.quasis.forEach(({ value, start, end }, index) => {
    add({ ...make.literal(value.cooked ?? value.raw), start, end });
    const expression = node.expressions[index];
    if (!expression) return;
    const texts = textsOf(expression);
    // The terms of a sum stay as they are: `+` adds them in the source, too.
    for (const it of texts) add(texts.length > 1 || isSurelyText(it) ? it : asText(it, lowering));
  });
  // Two values that are no texts would be added as numbers.
  if (!parts.slice(0, 2).some(isSurelyText)) parts.unshift(make.literal(""));
  const [first, ...others] = parts as [AnyNode, ...AnyNode[]];
  // A value alone need not be a text beside an empty one.
  if (others.length === 1 && isEmpty(first) && isSurelyText(others[0] as AnyNode))
    return others[0] as AnyNode;
  return others.reduce((left, right) => make.binary("+", left, right), first);
}

function isEmpty(node: AnyNode): boolean {
  return is(node, "Literal") && node.value === "";
}

function asText(value: AnyNode, { facts }: Lowering): AnyNode {
  if (!facts.haveValues || isPrimitive(value)) return value;
  return make.call(make.identifier("String"), [value]);
}

/** The parts of a text that is added up, if the first of them makes it a text. */
function textsOf(node: AnyNode): AnyNode[] {
  if (!is(node, "BinaryExpression") || node.operator !== "+" || node.comments) return [node];
  const parts: AnyNode[] = [];
  let left: AnyNode = node;
  while (is(left, "BinaryExpression") && left.operator === "+" && !left.comments) {
    parts.push(left.right);
    left = left.left;
  }
  parts.push(left);
  parts.reverse();
  return is(left, "Literal") && typeof left.value === "string" ? parts : [node];
}

/** Tells whether a value is surely a text, so that adding anything to it gives a text. */
export function isSurelyText(given: AnyNode): boolean {
  let node = given;
  for (;;) {
    if (is(node, "Literal")) return typeof node.value === "string";
    if (is(node, "CallExpression"))
      return is(node.callee, "Identifier") && node.callee.name === "String" && !node.callee.variable;
    if (!is(node, "BinaryExpression") || node.operator !== "+") return false;
    if (is(node.right, "Literal") && typeof node.right.value === "string") return true;
    node = node.left;
  }
}

/** A tag gets the same list of texts each time: it is made once. */
function taggedTemplate(
  { tag, quasi, start, end }: NodeOf<"TaggedTemplateExpression">,
  lowering: Lowering,
): AnyNode {
  const cooked = quasi.quasis.map(({ value }) =>
    value.cooked === null || value.cooked === undefined ? make.undefinedValue() : make.literal(value.cooked),
  );
  const raw = quasi.quasis.map(({ value }) => make.literal(value.raw));
  const texts = lowering.named(["_texts"]);
  lowering.facts.plan.program.declared.push(texts);
  const made = make.call(lowering.helper("__makeTemplateObject"), [make.array(cooked), make.array(raw)]);
  const once = make.logical("||", make.reference(texts), make.assign(make.reference(texts), made));
  const callee = lowering.calledOn.get(tag);
  const given = [once, ...quasi.expressions];
  const called = callee ? make.callMethod(tag, "call", [callee(), ...given]) : make.call(tag, given);
  return { ...called, start, end };
}
