import { decodedMappings, type SourceMapSegment, TraceMap } from "@jridgewell/trace-mapping";
import { countLines } from "../../source/line-index.ts";
import type { Bundled } from "../bundle/bundle.ts";
import { helpersModule } from "../bundle/plugin.ts";

/** A part of the bundle that comes of one module: esbuild splits some at their imports. */
export interface Part {
  /** The module, as esbuild names it: `../node_modules/a/index.js`; empty for what esbuild itself needs. */
  readonly module: string;
  /** Without the line that names the module. */
  readonly code: string;
  /** The line in the bundle, from 0, at which it begins. */
  readonly firstLine: number;
}

/** A method, and the name of its function in the bundle. */
export interface BundledMethod {
  readonly method: string;
  readonly local: string;
}

// The line that esbuild writes above each module: `// triggers/new_dataset.ts`. A line of a template can look the same.
const heading = /^\/\/ (?<module>.+)\n/gm;

// The statement that esbuild writes at the end: `export {\n  pre_poll2 as new_record_pre_poll,\n  data_map as "data-map"\n};`
const exporting = /^export \{(?<names>(?:[^}"]|"(?:[^"\\]|\\.)*")*)\};\n$/;

// One name in it: the variable, and the name that it is exported under.
const exportedAs = /(?<local>[^\s,"]+)(?: as (?<method>"(?:[^"\\]|\\.)*"|[^\s,"]+))?/g;

/** The offset of the statement that exports the methods. */
function startOfExports(code: string): number {
  const start = code.lastIndexOf("export {");
  return start !== -1 && exporting.test(code.slice(start)) ? start : code.length;
}

/** The methods that the bundle exports, in its order. */
export function bundledMethods(code: string): BundledMethod[] {
  const names = exporting.exec(code.slice(startOfExports(code)))?.groups?.names ?? "";
  return [...names.matchAll(exportedAs)].map(({ groups }) => {
    const { local = "", method = local } = groups ?? {};
    return { method: method.startsWith('"') ? JSON.parse(method) : method, local };
  });
}

/**
 * Cuts the bundle into its parts. One that ends in the middle of a template is not whole: it goes on with the next.
 *
 * @param isWhole - whether a text is a program
 */
export async function partsOf(
  { code, metafile }: Pick<Bundled, "code" | "metafile">,
  isWhole: (code: string) => boolean | Promise<boolean>,
): Promise<Part[]> {
  const body = code.slice(0, startOfExports(code));
  const starts = [{ index: 0, heading: "", module: "" }];
  for (const { index, 0: line, groups } of body.matchAll(heading)) {
    const module = groups?.module ?? "";
    if (Object.hasOwn(metafile.inputs, module)) starts.push({ index, heading: line, module });
  }
  const parts: Part[] = [];
  let line = 0;
  for (let at = 0; at < starts.length; ) {
    const { index, heading: title, module } = starts[at] as (typeof starts)[number];
    let next = at + 1;
    const codeUpTo = () => body.slice(index + title.length, starts[next]?.index);
    while (next < starts.length && !(await isWhole(codeUpTo()))) next++;
    const firstLine = line + (title === "" ? 0 : 1);
    parts.push({ module, code: codeUpTo(), firstLine });
    line = firstLine + countLines(codeUpTo());
    at = next;
  }
  return parts;
}

/** The mappings of the bundle, line by line, decoded when they are first asked for. */
export function linesOfMap(map: Bundled["map"]): () => readonly (readonly SourceMapSegment[])[] {
  let lines: readonly (readonly SourceMapSegment[])[] | undefined;
  return () => {
    lines ??= decodedMappings(new TraceMap(map));
    return lines;
  };
}

/** Tells whether a part of the bundle is not of the project: the functions of esbuild itself, or the helpers that packages import. */
export function isOfHelpers(module: string): boolean {
  return module === "" || module === helpersModule;
}
