import { mention } from "./in-scope.ts";
import type { Scopes, Variable } from "./scopes.ts";

/** Gives a variable another name, which must stand for nothing else where the variable stands. */
export function rename(variable: Variable, name: string): void {
  variable.name = name;
  mention(variable.scope, name);
  for (const { scope } of variable.places) mention(scope, name);
}

/** Makes one variable stand for another everywhere. */
export function merge(variable: Variable, into: Variable, { at }: Scopes): void {
  for (const place of variable.places) {
    into.places.push(place);
    at.set(place.node, into);
    mention(place.scope, into.name);
  }
  variable.places.length = 0;
}
