import type { Rows } from "./lowering.ts";

/** What says only of which type something is. */
export const types: Rows = {
  TSTypeAnnotation: () => "",
  TSTypeParameterDeclaration: () => "",
  TSTypeParameterInstantiation: () => "",
  TSAsExpression: ({ expression }, lowering) => lowering.of(expression),
  TSSatisfiesExpression: ({ expression }, lowering) => lowering.of(expression),
  TSNonNullExpression: ({ expression }, lowering) => lowering.of(expression),
  TSTypeAssertion: ({ expression }, lowering) => lowering.of(expression),
  TSInstantiationExpression: ({ expression }, lowering) => lowering.of(expression),
  // A trap. A package may have it, as long as it is not bundled.
  Decorator: () => "",
};
