import type { Node } from "oxc-parser";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { keyPattern, type LayoutRow, layout } from "../../model/layout.ts";
import { notMethods } from "../../model/methods/not-methods.ts";
import { exportedName, type MethodKind, methods, nameInZap } from "../../model/methods.ts";
import { didYouMean } from "../../model/nearest.ts";
import { findingAt, isJavaScript } from "../source.ts";
import { anyName, type Declaration, methodsOf } from "./declaration.ts";
import { exportedValue, exportName, exportsOf, startOf } from "./exported.ts";
import { annotatedMetadata, forgottenExports } from "./forgotten-findings.ts";
import { lateCallbacks, shadowedMethods, unusedCallbacks, waitingMethods } from "./method-findings.ts";
import { valuesOfZapc } from "./zapc-imports.ts";

/** A rule that sees a file's name and its exports alone. */
type ExportRule = (declaration: Declaration) => Diagnostic[];

const rules: readonly ExportRule[] = [
  invalidKey,
  missingMetadata,
  forgottenExports,
  annotatedMetadata,
  takenNames,
  unknownExports,
];

/** Rules about what the platform does not expect of a method: of JavaScript that ran there they only warn. */
const methodRules: readonly ExportRule[] = [shadowedMethods, waitingMethods, unusedCallbacks, lateCallbacks];

/** The faults of one file, by its name and its exports. */
export function exportFindings(declaration: Declaration): Diagnostic[] {
  // The type-check reports syntax errors; the exports of such a file are not known.
  if (declaration.source.parsed.errors.length > 0) return [];
  const ofMethods = methodRules.flatMap((rule) => rule(declaration));
  return [
    ...rules.flatMap((rule) => rule(declaration)),
    ...(isJavaScript(declaration.source) ? ofMethods.map(asWarning) : ofMethods),
    ...valuesOfZapc(declaration.source),
  ];
}

export function asWarning(finding: Diagnostic): Diagnostic {
  return { ...finding, severity: "warning" };
}

/** The faults between files: two that claim one name in `Zap`. */
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
            message: `${owner.source.path} also gives \`${name}\`: zap.js can hold only one.`,
            hint: anyName[owner.row.kind ?? ""]
              ? `Rename the ${owner.row.kind}.`
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
      message: `\`${key}\` is not a valid key: the platform rejects it.`,
      hint: "Rename the file: a key has at least two characters, a letter first, then letters, digits or underscores.",
    }),
  ];
}

function missingMetadata(declaration: Declaration): Diagnostic[] {
  const { row, source } = declaration;
  const { metadata } = row;
  if (!metadata || exportedValue(source, metadata)) return [];
  // That is reported at its place.
  if (forgottenExports(declaration).some(({ message }) => message.startsWith(`\`${metadata}\``))) return [];
  const names = exportsOf(source).map(exportName);
  // That is reported at the export.
  if (names.some((name) => layout.some((row) => row.metadata === name && name !== metadata))) return [];
  const message = names.includes(metadata)
    ? `\`${metadata}\` is not written in ${source.path}: the build cannot keep it out of zap.js.`
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
      message: `In ${row.path} \`${method.name}\` is the metadata: a method cannot also have this name.`,
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
  const isAllowed = anyName[row.kind ?? ""]
    ? (name: string) => name !== "default" && name !== "*"
    : (name: string) => allowed.includes(name);
  const unknown = exportsOf(source).filter((entry) => !isAllowed(exportName(entry)));
  return unknown.map((entry) => {
    const name = exportName(entry);
    return findingAt(source, startOf(entry), {
      code: "unknown-method",
      message: `\`${name}\` is not a name that ${row.path} can export: ${row.kind ? "the platform never calls it" : "nothing reads it"}.`,
      hint: adviceFor(name, row),
    });
  });
}

function allowedExports(row: LayoutRow): string[] {
  const names = methodsOf(row).map(exportedName);
  return row.metadata ? [row.metadata, ...names] : names;
}

function adviceFor(name: string, row: LayoutRow): string {
  if (anyName[row.kind ?? ""]) return "Export each method under a name of its own.";
  const known = notMethods[name];
  if (known) return known;
  const owner = layout.find(({ metadata, kind }) => metadata === name || kind === kindOf(name));
  if (owner) return `It belongs in ${owner.path}.`;
  const allowed = allowedExports(row);
  const meant = didYouMean(name, allowed, (it) => `\`${it}\``);
  if (meant) return meant;
  return `It can export ${allowed.map((it) => `\`${it}\``).join(", ")}. Put shared code into another file.`;
}

function kindOf(name: string): MethodKind | "none" {
  return methods.find((method) => exportedName(method) === name)?.kind ?? "none";
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
