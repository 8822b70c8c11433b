import type { EncodedSourceMap } from "@jridgewell/remapping";
import type { Bundled } from "./bundle.ts";
import type { Cache } from "./cache.ts";
import type { Discovered } from "./discover.ts";
import type { Finished } from "./finish.ts";
import { type FinishedBundle, finishedBundle } from "./finishing/finished-bundle.ts";
import { join, type Placed } from "./finishing/join.ts";
import { countLines } from "./line-index.ts";
import { hash, madeByLine, signed } from "./signature.ts";

/** zap.js, before it is verified. */
export interface Es5Script {
  readonly code: string;
  readonly map: SignedMap;
  /** The text of each module in it. */
  readonly sections: readonly Placed[];
  /** The methods, in the order of `Object.keys(Zap)`. */
  readonly methods: readonly string[];
}

/** A source map that says which zap.js it is of: the hash in that file's header. */
export interface SignedMap extends EncodedSourceMap {
  readonly x_zapc_file: string;
}

/** What the header of zap.js says. */
export interface Header {
  readonly title: string;
  readonly version: string;
  /** zapc's own version. */
  readonly compiler: string;
}

/** Turns the bundle into the file to paste: one `var Zap`, the methods' names, the comments and the blank lines. */
export async function wrap(
  discovered: Discovered,
  bundled: Bundled,
  { header, cache }: { readonly header: Header; readonly cache: Cache },
): Promise<Es5Script> {
  const methods = discovered.declarations.flatMap((it) => it.methods.map(({ name }) => name));
  const finished = await finishedBundle(bundled, cache);
  const { sections } = finished;
  const before = `${headerComment(discovered, bundled, header)}${jshintDirective(sections)}'use strict';\n\nvar Zap = (function () {\n`;
  const body = join(sections);
  const { code, file } = signed(`${before}${body.code}\n${returned(methods, finished)}\n})();\n`);
  const above = countLines(before);
  const mappings = ";".repeat(above) + body.map.mappings;
  return {
    code,
    map: { ...body.map, mappings, file: "zap.js", x_zapc_file: file },
    sections: body.placed.map((it) => ({ ...it, linesAbove: above + it.linesAbove })),
    methods,
  };
}

/** Names what the editor's JSHint would mark otherwise: `a == null`, and a function in a loop. */
function jshintDirective(sections: readonly Finished[]): string {
  const names = [
    ...(sections.some(({ comparesToNull }) => comparesToNull) ? ["eqnull"] : []),
    ...(sections.some(({ hasFunctionsInLoops }) => hasFunctionsInLoops) ? ["loopfunc"] : []),
  ];
  return names.length > 0 ? `/* jshint ${names.map((name) => `${name}: true`).join(", ")} */\n` : "";
}

function returned(methods: readonly string[], { functions }: FinishedBundle): string {
  if (methods.length === 0) return "  return {};";
  const properties = methods.map((method) => `    ${method}: ${functions.get(method)}`);
  return `  return {\n${properties.join(",\n")}\n  };`;
}

function headerComment({ declarations }: Discovered, { inputs }: Bundled, header: Header): string {
  const { title, version, compiler } = header;
  const texts = new Map(
    [...declarations.map(({ source }) => source), ...inputs].map(({ path, text }) => [path, text]),
  );
  const sources = hash(...[...texts.keys()].sort().map((path) => `${path}\0${texts.get(path)}\0`));
  return [
    `// ${title} ${version}`.replace(/\s+/g, " "),
    madeByLine(compiler, sources),
    "// Change the sources and build again: what is changed here is lost.\n",
  ].join("\n");
}
