import { nodeEngineLine } from "../built/engine.ts";
import { hash, madeByLine, signed } from "../built/signature.ts";
import type { SignedMap } from "../built/whole-map.ts";
import { nameText } from "../output/object-text.ts";
import type { Discovered } from "../source/discover.ts";
import { countLines } from "../source/line-index.ts";
import { packageOf } from "../source/package-of.ts";
import type { Bundled } from "./bundle/bundle.ts";
import { globalsDirective, runsAtOnce, wrapperForNode } from "./engine-node.ts";
import { joinSections, type PlacedSection } from "./print/join-sections.ts";
import type { Printed, PrintedSection } from "./print/print.ts";

/** zap.js, before it is verified. */
export interface Es5Script {
  readonly code: string;
  readonly map: SignedMap;
  /** The text of each module in it. */
  readonly sections: readonly PlacedSection[];
  /** The methods, in the order of `Object.keys(Zap)`. */
  readonly methods: readonly string[];
}

/** The texts of the header of zap.js. */
export interface Header {
  readonly title: string;
  readonly version: string;
  /** zapc's own version. */
  readonly compiler: string;
}

/** Makes the file to paste of the printed modules: one `var Zap`, and the names of the methods. */
export function wrap(discovered: Discovered, { bundled, printed, header }: WrapInput): Es5Script {
  const methods = discovered.declarations.flatMap((it) => it.methods.map(({ name }) => name));
  const { sections, functions } = printed;
  const sources = sourcesOf(discovered, bundled);
  const isForNode = discovered.engine === "node";
  const wrapper = isForNode ? wrapperForNode(discovered, bundled) : runsAtOnce;
  const ofNode = isForNode ? `${nodeEngineLine}\n${globalsDirective(printed.globals)}` : "";
  const before = `${headerComment(sources, header)}${ofNode}${jshintDirective(sections)}'use strict';\n\n${wrapper.before}`;
  const body = joinSections(sections, before);
  const { code, file } = signed(`${body.code}\n${returned(methods, functions)}\n${wrapper.after}`);
  return {
    code,
    map: { ...body.map, file: "zap.js", x_zapc_file: file, x_zapc_sources: hashes(sources) },
    sections: body.placed,
    methods,
  };
}

interface WrapInput {
  readonly bundled: Pick<Bundled, "inputs">;
  readonly printed: Printed;
  readonly header: Header;
}

/** The text of zap.js around its sections. */
export function textAround({ code, sections }: Pick<Es5Script, "code" | "sections">): string {
  const lines = code.split("\n");
  for (const it of [...sections].reverse()) lines.splice(it.linesAbove, countLines(it.code));
  return lines.join("\n");
}

/** Names for the editor's JSHint what it would mark otherwise. */
function jshintDirective(sections: readonly PrintedSection[]): string {
  const options = [...new Set(sections.flatMap(({ jshint }) => jshint))].sort();
  return options.length > 0 ? `/* jshint ${options.join(", ")} */\n` : "";
}

function returned(methods: readonly string[], functions: Printed["functions"]): string {
  if (methods.length === 0) return "  return {};";
  const properties = methods.map((method) => `    ${nameText(method)}: ${functions.get(method)}`);
  return `  return {\n${properties.join(",\n")}\n  };`;
}

/** The text of each file that zap.js and the metadata are made from, by its path, in the order of the paths. */
type SourceTexts = ReadonlyMap<string, string>;

function sourcesOf({ declarations }: Discovered, { inputs }: Pick<Bundled, "inputs">): SourceTexts {
  const texts = new Map(
    [...declarations.map(({ source }) => source), ...inputs].map(({ path, text }) => [path, text]),
  );
  return new Map([...texts].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function hashes(sources: SourceTexts): { [path: string]: string } {
  const own = [...sources].filter(([path]) => packageOf(path) === undefined);
  return Object.fromEntries(own.map(([path, text]) => [path, hash(text)]));
}

function headerComment(sources: SourceTexts, { title, version, compiler }: Header): string {
  return [
    `// ${title} ${version}`.replace(/\s+/g, " "),
    madeByLine(compiler, hash(...[...sources].map(([path, text]) => `${path}\0${text}\0`))),
    "// Change the sources and build again: the next build replaces this file.\n",
  ].join("\n");
}
