import type MagicString from "magic-string";
import type { Source } from "./source.ts";

/** What stands in a lowered module for its metadata. The bundler drops it, unless a method uses the metadata. */
export const metadataMarker = "ZAPC_METADATA";

/** `export const trigger = {…} as const satisfies Trigger;` -> a call that has no effect, over as many lines. */
export function removeMetadata(source: Source, name: string, edit: MagicString): void {
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
