import { isBuiltin } from "node:module";
import { requireMarker } from "./require-marker.ts";
import { transformer } from "./tidy.ts";
import { ts } from "./typescript-5.ts";

/** `require("querystring")` -> `ZAPC_REQUIRE("querystring")`, for what is built into Node.js */
export const keepRequire = transformer((node) => {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return node;
  const [name] = node.arguments;
  const isKept =
    node.expression.text === "require" && name && ts.isStringLiteral(name) && isBuiltin(name.text);
  if (!isKept) return node;
  const marker = ts.setTextRange(ts.factory.createIdentifier(requireMarker), node.expression);
  return ts.factory.updateCallExpression(node, marker, node.typeArguments, node.arguments);
});
