import type { VariableDeclarator } from "oxc-parser";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { exportedName } from "../../model/methods.ts";
import { findingAt } from "../source.ts";
import { type Declaration, methodsOf } from "./declaration.ts";
import { exportsOf } from "./exported.ts";

/** `function post_poll() {…}` without `export`: the build would not see it. */
export function forgottenExports(declaration: Declaration): Diagnostic[] {
  const { row, source } = declaration;
  const exported = exportsOf(source).map(({ localName }) => localName.name);
  const wanted = [...methodsOf(row).map(exportedName), ...(row.metadata ? [row.metadata] : [])];
  return namesOfFile(declaration)
    .filter(({ name }) => wanted.includes(name) && !exported.includes(name))
    .map(({ name, offset }) =>
      findingAt(source, offset, {
        code: "not-exported",
        message: `\`${name}\` is not exported: ${name === row.metadata ? "nothing reads it" : "the platform never calls it"}.`,
        hint: "Write `export` before it, or give it another name.",
      }),
    );
}

/** `export const trigger: Trigger = {…}` types nothing: the fields' names and types are lost. */
export function annotatedMetadata({ row, source }: Declaration): Diagnostic[] {
  const found = variablesOf(source.parsed.program.body).find(
    ({ id }) => id.type === "Identifier" && id.name === row.metadata,
  );
  const annotation = found?.id.type === "Identifier" && found.id.typeAnnotation;
  if (!annotation) return [];
  return [
    findingAt(source, annotation.start, {
      code: "metadata-type",
      message: `A type annotation hides the fields that \`${row.metadata}\` declares: the methods' bundles are not typed by them.`,
      hint: `Write \`= { … } as const satisfies …\` instead of \`${source.text.slice(annotation.start, annotation.end)}\`.`,
    }),
  ];
}

/** The functions and variables of a file itself. */
export function namesOfFile({ source }: Declaration): { name: string; offset: number }[] {
  const { body } = source.parsed.program;
  const functions = body.flatMap((it) => (it.type === "FunctionDeclaration" && it.id ? [it.id] : []));
  const variables = variablesOf(body).flatMap(({ id }) => (id.type === "Identifier" ? [id] : []));
  return [...functions, ...variables].map(({ name, start }) => ({ name, offset: start }));
}

type Body = Declaration["source"]["parsed"]["program"]["body"];

function variablesOf(body: Body): VariableDeclarator[] {
  return body.flatMap((statement) => {
    const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    return declared?.type === "VariableDeclaration" ? declared.declarations : [];
  });
}
