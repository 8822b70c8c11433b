import type { Message } from "esbuild";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { esbuildError } from "../../source/esbuild.ts";
import { offsetAt, positionAt } from "../../source/source.ts";
import { originOf } from "./edits.ts";
import type { Modules } from "./prepare.ts";

/** Reports an error of esbuild at its place in the source: esbuild has seen the prepared text. */
export function bundleError(message: Message, directory: string, modules: Modules): Diagnostic {
  const { detail, location } = message;
  // An exception of a plugin is a defect of zapc, or a diagnostic of its own.
  if (detail instanceof Error) throw detail;
  return { ...esbuildError(message, directory), ...(location && positionIn(location, modules)) };
}

function positionIn({ file, line, column }: NonNullable<Message["location"]>, modules: Modules) {
  const module = modules.get(file);
  if (!module) return {};
  const offset = originOf(module.edits)(offsetAt(module.code, { line, column: column + 1 }));
  return positionAt(module.text, offset);
}
