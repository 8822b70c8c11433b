import type { BinaryExpression, Identifier, MemberExpression, Node, VariableDeclaration } from "acorn";
import type { Place, Variable } from "./scopes.ts";
import type { Script } from "./script.ts";

/**
 * Finds where the array of a loop is kept in a variable of its own although it is in one that does not change:
 *
 *   for (var _i = 0, list_1 = list; _i < list_1.length; _i++)   -> for (var i = 0; i < list.length; i++)
 *
 * That variable is not declared any more. Returns what stands for it.
 */
export function arraysOfLoops({ nodes, scopes, gone }: Script): Map<Variable, Variable> {
  const arrays = new Map<Variable, Variable>();
  for (const loop of nodes.ofType("ForStatement")) {
    const [, declared, ...others] = (loop.init as VariableDeclaration | null)?.declarations ?? [];
    const variable = declared && scopes.at.get(declared.id);
    const array = declared?.init && scopes.at.get(declared.init);
    if (!declared || others.length > 0 || !variable || !array) continue;
    const isOwn = /_\d+$/.test(variable.name) && scopes.at.get(lengthOf(loop.test)) === variable;
    const isSame = variable.values.length === 1 && (array.elsewhere?.isSteady ?? array.values.length === 1);
    const isInLoop = (place: Place) => loop.start <= place.node.start && place.node.end <= loop.end;
    if (!isOwn || !isSame || !variable.places.every(isInLoop)) continue;
    if (variable.scope !== array.scope) continue;
    arrays.set(variable, array);
    gone.add(declared);
    variable.scope.variables.delete(variable.name);
  }
  return arrays;
}

/** `_i < list_1.length` -> `list_1` */
function lengthOf(test: Node | null | undefined): Node {
  const { right } = (test ?? {}) as BinaryExpression;
  return (right as MemberExpression | undefined)?.object as Identifier;
}

/** Writes the arrays in the place of the variables that stood for them. */
export function writeArraysOfLoops(arrays: ReadonlyMap<Variable, Variable>, { edit }: Script): void {
  for (const [variable, { name }] of arrays) {
    for (const { node, parent } of variable.places) {
      if (parent.type !== "VariableDeclarator" || parent.id !== node)
        edit.overwrite(node.start, node.end, name);
    }
  }
}
