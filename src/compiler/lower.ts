import { basename } from "node:path";
import remapping, { type EncodedSourceMap } from "@jridgewell/remapping";
import MagicString from "magic-string";
import ts from "typescript-5";
import { markComments } from "./comments.ts";
import { expressionStatements } from "./expression-statements.ts";
import type { Source } from "./source.ts";
import { dotNotation, withoutClassComments } from "./tidy.ts";

/** One module as ES5 with `import` and `export`. */
export interface Lowered {
  readonly code: string;
  readonly map: EncodedSourceMap;
}

/** What stands in a lowered module for its metadata. The bundler drops it, unless a method uses the metadata. */
export const metadataMarker = "ZAPC_METADATA";

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES5,
  module: ts.ModuleKind.ESNext,
  importHelpers: true,
  verbatimModuleSyntax: true,
  allowJs: true,
  sourceMap: true,
};

/** Lowers one module to ES5. Its comments are marked, and the metadata named `metadata` is taken out. */
export function lower(source: Source, metadata?: string): Lowered {
  const edit = new MagicString(source.text);
  markComments(source, edit);
  if (metadata) removeMetadata(source, metadata, edit);
  const fileName = basename(source.path);
  const edited = edit.generateMap({ source: fileName, hires: "boundary", includeContent: true });
  const transformers = { after: [withoutClassComments, dotNotation, expressionStatements] };
  const output = ts.transpileModule(edit.toString(), { fileName, compilerOptions: options, transformers });
  const code = output.outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, "");
  const map = remapping([output.sourceMapText as string, edited.toString()], () => null);
  return { code, map: JSON.parse(map.toString()) };
}

/** `export const trigger = {…} as const satisfies Trigger;` -> a call that has no effect, over as many lines. */
function removeMetadata(source: Source, name: string, edit: MagicString): void {
  for (const statement of source.parsed.program.body) {
    if (statement.type !== "ExportNamedDeclaration") continue;
    if (statement.declaration?.type !== "VariableDeclaration") continue;
    for (const { id, init } of statement.declaration.declarations) {
      if (id.type !== "Identifier" || id.name !== name || !init) continue;
      const lines = "\n".repeat(source.text.slice(init.start, init.end).split("\n").length - 1);
      edit.overwrite(
        init.start,
        init.end,
        `/* @__PURE__ */ ${metadataMarker}(${JSON.stringify(name)})${lines}`,
      );
    }
  }
}
