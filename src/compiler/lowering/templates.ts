import type { Node } from "oxc-parser";
import { type Code, code, joined } from "./code.ts";
import type { Lowering, Rows } from "./lowering.ts";
import { is, type NodeOf, unwrapped } from "./syntax.ts";
import { textMarker } from "./text-marker.ts";

export const templates: Rows = {
  TemplateLiteral: templateCode,
  TaggedTemplateExpression: ({ tag, quasi }, lowering) => {
    const kept = lowering.uniqueName("templateObject");
    lowering.last.push(kept);
    const cooked = quasi.quasis.map(({ value }) =>
      value.cooked === null ? "void 0" : JSON.stringify(value.cooked),
    );
    const raw = quasi.quasis.map(({ value }) => JSON.stringify(value.raw));
    const made = code`${lowering.helper("__makeTemplateObject")}([${cooked.join(", ")}], [${raw.join(", ")}])`;
    const values = quasi.expressions.map((it) => lowering.of(it));
    return code`${lowering.of(tag)}(${joined([code`${kept} || (${kept} = ${made})`, ...values], ", ")})`;
  },
};

/**
 * `https://${domain}/api` -> "https://" + ZAPC_TEXT(domain) + "/api"
 *
 * `+` asks an object for its `valueOf`, and a template for its `toString`.
 */
function templateCode(node: NodeOf<"TemplateLiteral">, lowering: Lowering): Code {
  const parts: { readonly text: Code; readonly isText: boolean }[] = [];
  node.quasis.forEach(({ value }, index) => {
    const text = value.cooked ?? value.raw;
    if (text) parts.push({ text: JSON.stringify(text), isText: true });
    const expression = node.expressions[index];
    if (!expression) return;
    const inner = is(expression, "SequenceExpression")
      ? code`(${lowering.of(expression)})`
      : lowering.of(expression);
    if (isText(expression)) parts.push({ text: code`(${inner})`, isText: true });
    else parts.push({ text: code`/* @__PURE__ */ ${textMarker}(${inner})`, isText: false });
  });
  // Two values that are no texts would be added as numbers.
  if (!parts.slice(0, 2).some((it) => it.isText)) parts.unshift({ text: '""', isText: true });
  const whole = joined(
    parts.map(({ text }) => text),
    " + ",
  );
  return parts.length > 1 ? code`(${whole})` : whole;
}

/** Whether a value is a text for sure: adding anything to it gives a text. */
function isText(given: Node): boolean {
  const node = unwrapped(given);
  if (is(node, "TemplateLiteral")) return true;
  if (is(node, "Literal")) return typeof node.value === "string";
  return is(node, "BinaryExpression") && node.operator === "+" && (isText(node.left) || isText(node.right));
}
