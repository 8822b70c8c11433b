import { closest, distance } from "fastest-levenshtein";
import type { Node } from "oxc-parser";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { keyPattern, type LayoutRow, layout } from "../../model/layout.ts";
import { notMethods } from "../../model/methods/not-methods.ts";
import { exportedName, type MethodKind, methods, nameInZap } from "../../model/methods.ts";
import { findingAt } from "../source.ts";
import { type Declaration, methodsOf } from "./declaration.ts";
import { exportedValue, exportName, exportsOf, startOf } from "./exported.ts";
import { annotatedMetadata, forgottenExports } from "./forgotten-findings.ts";
import { lateCallbacks, shadowedMethods, unusedCallbacks, waitingMethods } from "./method-findings.ts";

/** What a file's name and its exports alone can be wrong in. */
type Rule = (declaration: Declaration) => Diagnostic[];

const rules: readonly Rule[] = [
  invalidKey,
  missingMetadata,
  forgottenExports,
  annotatedMetadata,
  takenNames,
  unknownExports,
  shadowedMethods,
  waitingMethods,
  unusedCallbacks,
  lateCallbacks,
];

/** What is wrong with one file, by its name and its exports. */
export function findingsIn(declaration: Declaration): Diagnostic[] {
  // The type-check reports syntax errors; what such a file exports is not known.
  if (declaration.source.parsed.errors.length > 0) return [];
  return rules.flatMap((rule) => rule(declaration));
}

/** What is wrong between the files: two that claim one name in `Zap`. */
export function findingsAcross(declarations: readonly Declaration[]): Diagnostic[] {
  const owners = new Map<string, Declaration>();
  const diagnostics: Diagnostic[] = [];
  for (const declaration of declarations) {
    for (const { name, offset } of declaration.methods) {
      const owner = owners.get(name);
      if (!owner) owners.set(name, declaration);
      else {
        diagnostics.push(
          findingAt(declaration.source, offset, {
            code: "claimed-twice",
            message: `${owner.source.path} gives \`${name}\`, too: zap.js can hold one of them only.`,
            hint:
              owner.row.kind === "hydrator"
                ? "Rename the hydrator."
                : "Rename one of the files, and with it the key.",
          }),
        );
      }
    }
  }
  return diagnostics;
}

function invalidKey({ row, key, source }: Declaration): Diagnostic[] {
  if (!row.path.includes("KEY") || keyPattern.test(key)) return [];
  return [
    findingAt(source, 0, {
      code: "invalid-key",
      message: `\`${key}\` is no key: the platform would refuse it.`,
      hint: "Rename the file: at least two characters, a letter first, then letters, digits or underscores.",
    }),
  ];
}

function missingMetadata(declaration: Declaration): Diagnostic[] {
  const { row, source } = declaration;
  const { metadata } = row;
  if (!metadata || exportedValue(source, metadata)) return [];
  // That is said where it stands.
  if (forgottenExports(declaration).some(({ message }) => message.startsWith(`\`${metadata}\``))) return [];
  const names = exportsOf(source).map(exportName);
  // That is said of the export.
  if (names.some((name) => layout.some((row) => row.metadata === name && name !== metadata))) return [];
  const message = names.includes(metadata)
    ? `\`${metadata}\` is not written in ${source.path}: the build could not keep it out of zap.js.`
    : `There is no \`export const ${metadata}\` in ${source.path}.`;
  const hint = `Write \`export const ${metadata} = { … } as const satisfies ${capitalised(metadata)};\` there.`;
  return [findingAt(source, 0, { code: "missing-metadata", message, hint })];
}

/** `search` is the metadata of searches/KEY.ts, so that the method of this name is exported under another. */
function takenNames({ row, key, source }: Declaration): Diagnostic[] {
  const method = methodsOf(row).find(({ name, exportedAs }) => exportedAs && name === row.metadata);
  const written =
    method && source.parsed.program.body.find((statement) => declaresFunction(statement, method.name));
  if (!method || !written) return [];
  return [
    findingAt(source, written.start, {
      code: "taken-name",
      message: `In ${row.path} \`${method.name}\` is the metadata: a method cannot have this name, too.`,
      hint: `Export the method as \`${method.exportedAs}\`: the platform finds it as \`${nameInZap(method, key)}\`.`,
    }),
  ];
}

function declaresFunction(statement: Node, name: string): boolean {
  if (statement.type !== "ExportNamedDeclaration" || statement.declaration?.type !== "FunctionDeclaration")
    return false;
  return statement.declaration.id?.name === name;
}

function unknownExports({ row, source }: Declaration): Diagnostic[] {
  const allowed = allowedExports(row);
  const isAllowed =
    row.kind === "hydrator"
      ? (name: string) => name !== "default" && name !== "*"
      : (name: string) => allowed.includes(name);
  const unknown = exportsOf(source).filter((entry) => !isAllowed(exportName(entry)));
  return unknown.map((entry) => {
    const name = exportName(entry);
    return findingAt(source, startOf(entry), {
      code: "unknown-method",
      message: `\`${name}\` is not a name that ${row.path} can export: ${row.kind ? "the platform would never call it" : "nothing would read it"}.`,
      hint: adviceFor(name, row),
    });
  });
}

function allowedExports(row: LayoutRow): string[] {
  const names = methodsOf(row).map(exportedName);
  return row.metadata ? [row.metadata, ...names] : names;
}

function adviceFor(name: string, row: LayoutRow): string {
  if (row.kind === "hydrator") return "Export each method under a name of its own.";
  const known = notMethods[name];
  if (known) return known;
  const elsewhere = layout.find(({ metadata, kind }) => metadata === name || kind === kindOf(name));
  if (elsewhere) return `It belongs into ${elsewhere.path}.`;
  const allowed = allowedExports(row);
  const nearest = closest(name, allowed);
  if (distance(name, nearest) <= Math.max(2, nearest.length / 3)) return `Did you mean \`${nearest}\`?`;
  return `It can export ${allowed.map((it) => `\`${it}\``).join(", ")}. What methods share stands in a file of its own.`;
}

function kindOf(name: string): MethodKind | "none" {
  return methods.find((method) => exportedName(method) === name)?.kind ?? "none";
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
