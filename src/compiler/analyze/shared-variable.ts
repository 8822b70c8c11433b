import type { Scope } from "../tree/scope.ts";
import type { Variable } from "../tree/variables.ts";

/**
 * A variable that bindings of one name can share, as their blocks are apart: none of them stands in another. However many blocks
 * there are, the next is compared with none of them.
 */
export class SharedVariable {
  readonly variable: Variable;
  readonly #scopes = new Set<Scope>();
  /** The scopes, and those around them. */
  readonly #around = new Set<Scope>();
  #isKept = false;

  constructor(variable: Variable, scope: Scope) {
    this.variable = variable;
    this.add(scope, { isKept: false });
  }

  /** Notes that a binding of a scope has the variable, too; one that a function keeps leaves no room for others. */
  add(scope: Scope, { isKept }: { readonly isKept: boolean }): void {
    this.#isKept ||= isKept;
    this.#scopes.add(scope);
    for (let it: Scope | undefined = scope; it && !this.#around.has(it); it = it.parent) this.#around.add(it);
  }

  /** Tells whether a binding of a scope can share the variable. */
  hasRoomFor(scope: Scope): boolean {
    if (this.#isKept || this.#around.has(scope)) return false;
    for (let it = scope.parent; it; it = it.parent) if (this.#scopes.has(it)) return false;
    return true;
  }
}
