import { join } from "node:path";
import { originalPositionFor, type SourceMapInput, TraceMap } from "@jridgewell/trace-mapping";
import type { Message } from "esbuild";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Modules } from "./lowered-module.ts";

/** What the bundler could not do, at the place in the source: it has seen the lowered text. */
export function bundleError(
  { detail, location, text }: Message,
  directory: string,
  modules: Modules,
): Diagnostic {
  // What a plugin throws is a defect of zapc's, or a finding of its own.
  if (detail instanceof Error) throw detail;
  const original = location && originalOf(location, modules);
  return {
    code: "bundle",
    severity: "error",
    message: `${text}.`,
    file: location ? join(directory, location.file) : directory,
    ...(original?.line && { line: original.line, column: original.column + 1 }),
    hint: "zap.js is one file: it can import what stands in the directory, and npm packages that need no Node.js.",
  };
}

function originalOf({ file, line, column }: NonNullable<Message["location"]>, modules: Modules) {
  const module = modules.get(file);
  return module && originalPositionFor(new TraceMap(module.map as SourceMapInput), { line, column });
}
