import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hasHeader } from "../built/signature.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { layout } from "../model/layout.ts";
import type { Discovered } from "../source/discover.ts";
import { meantPlace } from "../source/discovering/place.ts";
import type { Source } from "../source/source.ts";
import type { Bundled } from "./bundle/bundle.ts";

/**
 * Tells of files that look like a part of the integration and are none: `trigger/new_record.ts`, say, or
 * `triggers/new_record.mjs`. An error where the layout has a place for it that it misses by its name.
 */
export function unusedFiles(discovered: Discovered, bundled: Bundled): Diagnostic[] {
  const used = new Set(
    [...discovered.declarations.map(({ source }) => source), ...bundled.inputs].map(({ path }) => path),
  );
  const isUnused = (path: string) => !used.has(path) && !isForTools(path) && !isBuild(discovered, path);
  const sources = discovered.others.filter((source) => isUnused(source.path));
  const programs = discovered.files.programs.filter((path) => isUnused(path));
  return [
    ...sources.flatMap((source) => unusedSource(source, discovered)),
    ...programs.map((path) => unbuiltProgram(path, discovered)),
  ];
}

/** Tests and settings of tools stand beside sources. */
function isForTools(path: string): boolean {
  return /\.(test|spec|config|bench)\.[cm]?[jt]sx?$/.test(path);
}

/** Tells whether it is the zap.js of a build that was written into a folder of the sources. */
function isBuild({ directory }: Discovered, path: string): boolean {
  try {
    return path.endsWith("zap.js") && hasHeader(readFileSync(join(directory, path), "utf8"));
  } catch {
    return false;
  }
}

function unusedSource(source: Source, discovered: Discovered): Diagnostic[] {
  const { file, path } = source;
  const meant = meantPlace(path);
  if (meant) {
    const message = `${path} is not built: upper and lower case count.`;
    return [{ code: "not-built", severity: "error", message, file, hint: `Rename it to ${meant.path}.` }];
  }
  const exported = source.parsed.module.staticExports;
  const hasTypesOnly = exported.length > 0 && !exported.some(isValue);
  // To look for that takes longer than the rest: it comes last.
  if (hasTypesOnly || importedPaths(discovered).has(path)) return [];
  return [
    {
      code: "unused-file",
      severity: "warning",
      message: `Nothing imports ${path}, and it is not in a place for a trigger or a method.`,
      file,
      hint: `Triggers and methods stand in ${layout.map(({ path }) => path).join(", ")}. Other files are built where one of these imports them.`,
    },
  ];
}

function isValue({ entries }: { entries: readonly { isType: boolean }[] }): boolean {
  return entries.some(({ isType }) => !isType);
}

/** The paths that the sources import, for their types or their values. */
function importedPaths({ declarations, others }: Discovered): ReadonlySet<string> {
  const sources = [...declarations.map(({ source }) => source), ...others];
  return new Set(
    sources.flatMap(({ path, parsed }) => {
      const { staticImports, staticExports } = parsed.module;
      const requests = [
        ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
        ...staticExports.flatMap(({ entries }) => entries.flatMap((it) => it.moduleRequest?.value ?? [])),
      ];
      return requests.map((request) => join(path, "..", request).replaceAll("\\", "/"));
    }),
  );
}

function unbuiltProgram(path: string, { directory, files }: Discovered): Diagnostic {
  const file = join(directory, path);
  const found = (severity: Diagnostic["severity"], why: string, hint: string): Diagnostic => ({
    code: "not-built",
    severity,
    message: `${path} is not built: ${why}.`,
    file,
    hint,
  });
  const meant = meantPlace(path);
  const renamed = meant?.path ?? path.replace(/\.\w+$/, ".ts");
  const twin = files.sources.find((it) => it === renamed || it === renamed.replace(/\.js$/, ".ts"));
  if (twin !== undefined)
    return found("warning", `${twin} is`, "Remove it, or move it out of the directory of the sources.");
  if (meant)
    return found(
      "error",
      "the name of a source ends in .ts or .js",
      `Rename it to ${renamed}${asTypeScript(path)}.`,
    );
  return found(
    "warning",
    "nothing imports it",
    `If it is a source, rename it to ${renamed}, and import it. If not, move it elsewhere.`,
  );
}

/** The further steps that make TypeScript of a program. */
function asTypeScript(path: string): string {
  if (/sx$/i.test(path)) return ", and write it without JSX";
  return /\.[cm]?js$/i.test(path) ? ", and add the types that the type-check asks for" : "";
}
