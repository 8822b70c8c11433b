import type {
  ArrowFunctionExpression,
  Directive,
  Expression,
  Function as FunctionNode,
  Statement,
  StaticExportEntry,
} from "oxc-parser";
import { unwrapped } from "../nodes.ts";
import type { Source } from "../source.ts";

/** The exports of a file that exist at run time. */
export function exportsOf(source: Source): StaticExportEntry[] {
  const entries = source.parsed.module.staticExports.flatMap((statement) => statement.entries);
  return entries.filter((entry) => !entry.isType);
}

/** `default` and `*` for exports without a name of their own. */
export function exportName(entry: StaticExportEntry): string {
  return entry.exportName.name ?? (entry.moduleRequest ? "*" : "default");
}

/** The offset of the name of an export. */
export function startOf(entry: StaticExportEntry): number {
  return entry.exportName.start ?? entry.start;
}

/** A function as it is written out in a file. */
export type WrittenFunction = FunctionNode | ArrowFunctionExpression;

/** The function that a file exports by name; nothing where it is not written out there. */
export function exportedFunction(source: Source, name: string): WrittenFunction | undefined {
  const local = localName(source, name);
  for (const declared of declarations(source)) {
    if (declared.type === "FunctionDeclaration" && declared.id?.name === local) return declared;
  }
  const exported = exportedValue(source, name);
  // `(({ response }) => …) satisfies …`
  const value = exported && unwrapped(exported);
  return value?.type === "ArrowFunctionExpression" || value?.type === "FunctionExpression"
    ? value
    : undefined;
}

/** The initializer of a constant that a file exports by name; undefined where it is not written out there. */
export function exportedValue(source: Source, name: string): Expression | undefined {
  const local = localName(source, name);
  for (const declared of declarations(source)) {
    if (declared.type !== "VariableDeclaration") continue;
    const found = declared.declarations.find(({ id }) => id.type === "Identifier" && id.name === local);
    if (found) return found.init ?? undefined;
  }
  return undefined;
}

/** `export { ticket as trigger }`: "trigger" -> "ticket" */
function localName(source: Source, name: string): string | undefined {
  const entry = exportsOf(source).find((it) => exportName(it) === name);
  return entry && !entry.moduleRequest ? (entry.localName.name ?? undefined) : undefined;
}

function declarations(source: Source): (Statement | Directive)[] {
  return source.parsed.program.body.flatMap((statement) => {
    if (statement.type !== "ExportNamedDeclaration") return [statement];
    return statement.declaration ? [statement.declaration as Statement] : [];
  });
}
