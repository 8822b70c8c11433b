import type { Diagnostic } from "../../model/diagnostic.ts";
import { layout } from "../../model/layout.ts";
import type { Bundled } from "../bundle.ts";
import type { Discovered } from "../discover.ts";

/** Warns of files that nothing imports and that the layout does not know: `trigger/new_record.ts`, say. */
export function unusedFiles(discovered: Discovered, bundled: Bundled): Diagnostic[] {
  const used = new Set(
    [...discovered.declarations.map(({ source }) => source), ...bundled.inputs].map(({ path }) => path),
  );
  return discovered.others
    .filter((source) => !used.has(source.path) && source.parsed.module.staticExports.some(isValue))
    .map(({ file, path }) => ({
      code: "unused-file",
      severity: "warning",
      message: `Nothing imports ${path}, and it is no place for a trigger or a method.`,
      file,
      hint: `What is declared stands in ${layout.map(({ path }) => path).join(", ")}.`,
    }));
}

function isValue({ entries }: { entries: readonly { isType: boolean }[] }): boolean {
  return entries.some(({ isType }) => !isType);
}
