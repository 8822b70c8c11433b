import type {
  AnyNode,
  CallExpression,
  FunctionExpression,
  Identifier,
  Node,
  ObjectExpression,
  Property,
} from "acorn";
import type { Variable } from "./scopes.ts";
import { indentationAt, lineStartOf, type Script } from "./script.ts";

// What the bundler puts around a CommonJS module, but with a `throw` that JSHint can read.
const wrapper = `function(modules) {
  var module;
  return function() {
    if (!module) {
      module = { exports: {} };
      try {
        modules[Object.keys(modules)[0]](module.exports, module);
      } catch (error) {
        module = undefined;
        throw error;
      }
    }
    return module.exports;
  };
}`;

/**
 * Writes what the bundler makes of CommonJS modules so that JSHint marks nothing of it. Into the modules themselves it is told not
 * to look: they are as their authors wrote them.
 *
 *   (0, import_tiny.twice)(2)   -> import_tiny.twice(2)
 */
export function writeCommonJs({ nodes, scopes, code, edit }: Script): void {
  for (const { id, init } of nodes.ofType("VariableDeclarator")) {
    if (init && isNamed(id, /^__commonJS\d*$/)) edit.overwrite(init.start, init.end, wrapper);
  }
  for (const call of nodes.ofType("CallExpression")) {
    const [modules] = call.arguments;
    if (isNamed(call.callee, /^__commonJS\d*$/) && modules?.type === "ObjectExpression")
      ignoreInside(modules);
    const imported = importedFunction(call);
    if (!imported) continue;
    edit.remove(call.start, imported.start);
    edit.remove(imported.end, code.indexOf(")", imported.end) + 1);
  }

  function ignoreInside({ properties }: ObjectExpression): void {
    for (const { value } of properties as Property[]) {
      const { start, end } = (value as FunctionExpression).body;
      const indentation = `${indentationAt(code, end - 1)}  `;
      edit.prependLeft(start + 1, `\n${indentation}/* jshint ignore:start */`);
      edit.appendRight(lineStartOf(code, end - 1), `${indentation}/* jshint ignore:end */\n`);
    }
  }

  function importedFunction({ callee }: CallExpression): Node | undefined {
    if (callee.type !== "SequenceExpression") return undefined;
    const [zero, member] = callee.expressions as [Node, AnyNode | undefined];
    if (zero.type !== "Literal" || member?.type !== "MemberExpression") return undefined;
    const variable = scopes.at.get(member.object);
    return variable && isCommonJs(variable) ? member : undefined;
  }
}

/** Whether a variable holds a CommonJS module: `var import_tiny = __toESM(require_tiny());` */
export function isCommonJs({ elsewhere, values: [made] }: Variable): boolean {
  if (elsewhere) return elsewhere.isCommonJs;
  return isNamed((made as CallExpression | undefined)?.callee, /^(__toESM\d*|require_\w+)$/);
}

function isNamed(node: Node | null | undefined, names: RegExp): boolean {
  return node?.type === "Identifier" && names.test((node as Identifier).name);
}
