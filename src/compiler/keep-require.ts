import { requiredModules } from "../model/required-modules.ts";
import { requireMarker } from "./require-marker.ts";
import { transformer } from "./tidy.ts";
import { ts } from "./typescript-5.ts";

/** `require("querystring")` -> `ZAPC_REQUIRE("querystring")`, for what the platform gives */
export const keepRequire = transformer((node) => {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return node;
  const [name] = node.arguments;
  const isKept =
    ts.idText(node.expression) === "require" &&
    name &&
    requiredModules.some((it) => ts.isStringLiteral(name) && name.text === it);
  if (!isKept) return node;
  const marker = ts.setTextRange(ts.factory.createIdentifier(requireMarker), node.expression);
  return ts.factory.updateCallExpression(node, marker, node.typeArguments, node.arguments);
});
