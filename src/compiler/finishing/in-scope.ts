import type { Scope, Variable } from "./scopes.ts";

/** Where a `var` of the scope belongs. */
export function functionOf(scope: Scope): Scope {
  return scope.node.type === "CatchClause" && scope.parent ? functionOf(scope.parent) : scope;
}

/** The variable that a name stands for in a scope. */
export function inScope(scope: Scope | undefined, name: string): Variable | undefined {
  return scope && (scope.variables.get(name) ?? inScope(scope.parent, name));
}

/** Notes that a variable of a name stands in a scope. */
export function mention(scope: Scope | undefined, name: string): void {
  for (let it = scope; it && !it.names.has(name); it = it.parent) it.names.add(name);
}
