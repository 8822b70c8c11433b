import type { Diagnostic } from "../../model/diagnostic.ts";
import { findingAt, type Source } from "../source.ts";

/** An import of zapc that would bring something into zap.js. */
interface ValueImport {
  readonly offset: number;
  /** The names it imports; empty for all of the module, or none. */
  readonly names: readonly string[];
}

/** `import { build } from "zapc"`: zapc does not exist at run time. */
export function valuesOfZapc(source: Source): Diagnostic[] {
  // Most sources import types from it, and nothing else.
  if (!/["'`]zapc["'`/]/.test(source.text.replace(/\b(import|export) type\b[^"'`;]*["']zapc["']/g, "")))
    return [];
  return [...staticImports(source), ...reExports(source), ...dynamicImports(source)].map(
    ({ offset, names }) => {
      const what = names.length > 0 ? names.map((name) => `\`${name}\``).join(", ") : '"zapc"';
      const from = names.length > 0 ? ' from "zapc"' : "";
      return findingAt(source, offset, {
        code: "zapc-import",
        message: `${what} ${names.length > 1 ? "are" : "is"} imported${from} as a value: only types come from zapc.`,
        hint: 'Write `import type { … } from "zapc"`. The functions of zapc are for tests and for programs outside of the sources.',
      });
    },
  );
}

function isZapc(module: string | undefined): boolean {
  return module === "zapc" || module?.startsWith("zapc/") === true;
}

function staticImports({ text, parsed }: Source): ValueImport[] {
  const imports = parsed.module.staticImports.filter(({ moduleRequest }) => isZapc(moduleRequest.value));
  return imports.flatMap(({ start, entries }) => {
    const values = entries.filter(({ isType }) => !isType);
    const isTyped = entries.length > 0 ? values.length === 0 : /^import\s+type\b/.test(text.slice(start));
    const names = values.flatMap(({ importName }) =>
      importName.kind === "Name" ? [importName.name ?? ""] : [],
    );
    return isTyped ? [] : [{ offset: start, names }];
  });
}

function reExports({ parsed }: Source): ValueImport[] {
  return parsed.module.staticExports.flatMap(({ start, entries }) => {
    const values = entries.filter(({ isType, moduleRequest }) => !isType && isZapc(moduleRequest?.value));
    const names = values.flatMap(({ importName }) =>
      importName.kind === "Name" ? [importName.name ?? ""] : [],
    );
    return values.length > 0 ? [{ offset: start, names }] : [];
  });
}

function dynamicImports({ text, parsed, nodes }: Source): ValueImport[] {
  const imports = parsed.module.dynamicImports.map(({ start, moduleRequest }) => {
    return { start, module: text.slice(moduleRequest.start, moduleRequest.end) };
  });
  const requires = nodes.ofType("CallExpression").flatMap(({ start, callee, arguments: [module] }) => {
    const isRequire = callee.type === "Identifier" && callee.name === "require" && module;
    return isRequire ? [{ start, module: text.slice(module.start, module.end) }] : [];
  });
  return [...imports, ...requires]
    .filter(({ module }) => isZapc(/^["'`](.*)["'`]$/s.exec(module)?.[1]))
    .map(({ start }) => ({ offset: start, names: [] }));
}
