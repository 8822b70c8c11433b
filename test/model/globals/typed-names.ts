import { fileURLToPath } from "node:url";
import type { SourceFile, Symbol as TypeScriptSymbol } from "typescript-5";
import { ts } from "../../typescript-5.ts";

const entry = fileURLToPath(new URL("../../../src/model/globals.d.ts", import.meta.url));
const program = ts.createProgram([entry], {
  lib: ["lib.es5.d.ts"],
  types: [],
  strict: true,
  noEmit: true,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
});
const checker = program.getTypeChecker();

/** A name that the declarations give to something of a global. */
export interface TypedName {
  readonly name: string;
  /** The texts that the editor shows. */
  readonly documentation: string;
}

/** The globals that the declarations add to ES5. */
export function typedGlobals(): TypedName[] {
  return globals().map(describe);
}

/** The members that the declarations give to the value of a global: `_` -> each, map, … */
export function typedNames(global: string): TypedName[] {
  return described(checker.getPropertiesOfType(checker.getTypeOfSymbol(find(global))));
}

/** The members that the declarations give to a type in the namespace of a global: `moment.Moment` -> add, … */
export function typedMembers(global: string, type: string): TypedName[] {
  const symbol = find(global).exports?.get(ts.escapeLeadingUnderscores(type));
  if (!symbol) throw new Error(`There is no type ${global}.${type}.`);
  return described(checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol)));
}

/** The interfaces and classes in the namespace of a global. */
export function typesOf(global: string): string[] {
  return [...(find(global).exports?.values() ?? [])]
    .filter(({ flags }) => flags & ts.SymbolFlags.Interface)
    .map(({ name }) => name);
}

function globals(): TypeScriptSymbol[] {
  const source = program.getSourceFile(entry) as SourceFile;
  return checker
    .getSymbolsInScope(source, ts.SymbolFlags.Value)
    .filter(({ declarations = [] }) =>
      declarations.some((it) => it.getSourceFile().fileName.includes("src/model/globals")),
    );
}

function find(global: string): TypeScriptSymbol {
  const found = globals().find(({ name }) => name === global);
  if (!found) throw new Error(`There is no global ${global}.`);
  return found;
}

/** But for the `prototype` that a class has. */
function described(symbols: readonly TypeScriptSymbol[]): TypedName[] {
  return symbols.filter(({ flags }) => !(flags & ts.SymbolFlags.Prototype)).map(describe);
}

function describe(symbol: TypeScriptSymbol): TypedName {
  const documentation = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  return { name: symbol.name, documentation };
}
