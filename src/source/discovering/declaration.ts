import { basename } from "node:path";
import type { LayoutRow } from "../../model/layout.ts";
import { exportedName, hydrator, type Method, member, methods, nameInZap } from "../../model/methods.ts";
import type { Source } from "../source.ts";
import { exportedFunction, exportName, exportsOf, startOf, type WrittenFunction } from "./exported.ts";

/** A method that a file exports. */
export interface ExportedMethod {
  readonly method: Method;
  /** Its name in the file. */
  readonly local: string;
  /** Its name in `Zap`. */
  readonly name: string;
  /** The offset in the source at which it is exported. */
  readonly offset: number;
  /** Its function in the source; absent where it is not written in the file. */
  readonly written?: WrittenMethod;
}

/** A method that is written as a function. */
export interface WrittenMethod {
  readonly parameters: number;
  readonly hasResultType: boolean;
  /** The range of the function in the source. */
  readonly range: readonly [start: number, end: number];
  /** The range of its body in the source, if its name there is that under which it is exported. */
  readonly body?: readonly [start: number, end: number];
}

/** A file that declares a part of the integration, as the layout says. */
export interface Declaration {
  readonly row: LayoutRow;
  /** The key of the trigger, action or search; empty for the app as a whole. */
  readonly key: string;
  readonly source: Source;
  /** In the order of the table of methods. */
  readonly methods: readonly ExportedMethod[];
}

/** Gives the method for a name, for the files whose exports may have any name. */
export const anyName: { readonly [kind: string]: ((name: string) => Method) | undefined } = {
  hydrator,
  member,
};

/** The declaration of a file, in its place. */
export function declare(row: LayoutRow, source: Source): Declaration {
  const key = row.path.includes("KEY") ? basename(source.path).replace(/\.[jt]s$/, "") : "";
  const exported = new Map(exportsOf(source).map((entry) => [exportName(entry), entry]));
  const named = anyName[row.kind ?? ""];
  const found = named ? [...exported.keys()].sort().map(named) : methodsOf(row);
  const declared = found.flatMap((method) => {
    const local = exportedName(method);
    const entry = exported.get(local);
    if (!entry) return [];
    const written = writtenAs(exportedFunction(source, local), entry.localName.name === local);
    return [
      { method, local, name: nameInZap(method, key), offset: startOf(entry), ...(written && { written }) },
    ];
  });
  return { row, key, source, methods: declared };
}

function writtenAs(written: WrittenFunction | undefined, isNamedSo: boolean): WrittenMethod | undefined {
  if (!written) return undefined;
  const { params, returnType, body, start, end } = written;
  return {
    parameters: params.length,
    hasResultType: Boolean(returnType),
    range: [start, end],
    ...(isNamedSo && body && { body: [body.start, body.end] as const }),
  };
}

/** The methods that files of this kind can export. */
export function methodsOf(row: LayoutRow): Method[] {
  return methods.filter((method) => method.kind === row.kind);
}
