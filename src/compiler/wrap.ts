import remapping, { type EncodedSourceMap, type SourceMapInput } from "@jridgewell/remapping";
import { decodedMappings, TraceMap } from "@jridgewell/trace-mapping";
import { type Comment, type ExportNamedDeclaration, type Identifier, parse } from "acorn";
import MagicString from "magic-string";
import { plainReads } from "./accessors.ts";
import { arraysOfLoops, writeArraysOfLoops } from "./array-loops.ts";
import type { Bundled } from "./bundle.ts";
import { restoreChainComments } from "./chain-comments.ts";
import { restoreComments } from "./comments.ts";
import { writeCommonJs } from "./common-js.ts";
import { declareOnce } from "./declare-once.ts";
import type { Discovered } from "./discover.ts";
import { enclose, type MappedLines } from "./enclose.ts";
import { breakLongChains } from "./long-lines.ts";
import { nameVariables, writeNames } from "./names.ts";
import { nodesOf } from "./nodes.ts";
import { plainClasses, writePlainClasses } from "./plain-classes.ts";
import { readAgain, writeReadAgain } from "./read-again.ts";
import { hasFunctionsInLoops, respell } from "./respell.ts";
import { scopesOf, type Variable } from "./scopes.ts";
import type { Script } from "./script.ts";
import { fileHash, hash, madeByLine, signed } from "./signature.ts";
import { writeSpreadObjects } from "./spread-objects.ts";
import { writeTexts } from "./texts.ts";

/** zap.js, before it is verified. */
export interface Es5Script {
  readonly code: string;
  readonly map: SignedMap;
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
export function wrap(discovered: Discovered, bundled: Bundled, header: Header): Es5Script {
  const methods = discovered.declarations.flatMap((it) => it.methods.map(({ name }) => name));
  const script = parsed(bundled);
  const { edit } = script;
  const locals = takeExports(script);
  const classes = plainClasses(script.scopes);
  const arrays = arraysOfLoops(script);
  const again = readAgain(script);
  nameVariables(script, locals, bundled);
  writeNames(script);
  writePlainClasses(classes, script);
  writeArraysOfLoops(arrays, script);
  writeSpreadObjects(script);
  writeTexts(script);
  writeCommonJs(script);
  respell(script);
  writeReadAgain(again, script);
  declareOnce(script);
  breakLongChains(script);
  restoreChainComments(script);
  restoreComments(script, edit);
  edit.append(`\n${returned(methods, locals)}`);

  const directive = jshintDirective(again.tests.length > 0, hasFunctionsInLoops(script.nodes));
  const body = enclose(script);
  const before = `${headerComment(discovered, bundled, header)}${directive}'use strict';\n\nvar Zap = (function () {\n`;
  const signedCode = signed(`${before}${body.lines.join("\n")}\n})();\n`);
  return {
    code: signedCode,
    map: { ...mapOf(before, body, bundled), file: "zap.js", x_zapc_file: fileHash(signedCode) },
    methods,
  };
}

/** Where zap.js comes from: what stands before the body, from nowhere. */
function mapOf(before: string, body: MappedLines, bundled: Bundled): EncodedSourceMap {
  const above = Array.from(before.matchAll(/\n/g), () => []);
  const ofBody = { version: 3, names: [], sources: ["bundle"], mappings: [...above, ...body.mappings] };
  const map = remapping([ofBody, bundled.map] as SourceMapInput[], () => null);
  return JSON.parse(map.toString());
}

/** Names what the editor's JSHint would mark otherwise: `a == null`, and a function in a loop. */
function jshintDirective(comparesToNull: boolean, hasFunctionsInLoops: boolean): string {
  const names = [...(comparesToNull ? ["eqnull"] : []), ...(hasFunctionsInLoops ? ["loopfunc"] : [])];
  return names.length > 0 ? `/* jshint ${names.map((name) => `${name}: true`).join(", ")} */\n` : "";
}

function parsed({ code, kept, map }: Bundled): Script {
  const comments: Comment[] = [];
  const program = parse(code, { ecmaVersion: 2022, sourceType: "module", onComment: comments });
  const edit = new MagicString(code);
  const nodes = nodesOf(program);
  const scopes = scopesOf(program);
  const isPlain = plainReads(nodes, scopes);
  const trace = new TraceMap(map as SourceMapInput);
  mapWhatIsMapped(edit, trace);
  return {
    code,
    program,
    nodes,
    comments,
    kept,
    scopes,
    isPlain,
    trace,
    edit,
    gone: new Set(),
    outdented: [],
    indented: [],
  };
}

/** Lets the map of what is edited tell no more places apart than that of the bundle: each takes time. */
function mapWhatIsMapped(edit: MagicString, trace: TraceMap): void {
  let start = 0;
  for (const segments of decodedMappings(trace)) {
    for (const [column] of segments) edit.addSourcemapLocation(start + column);
    start = edit.original.indexOf("\n", start) + 1;
  }
}

/** Takes `export { pre_poll as new_record_pre_poll };` out. Returns the variable of each method. */
function takeExports({ program, scopes, edit }: Script): Map<string, Variable> {
  const exported = program.body.at(-1) as ExportNamedDeclaration | undefined;
  if (!exported) return new Map();
  edit.remove(exported.start, exported.end);
  const locals = exported.specifiers.map(({ local, exported: name }): [string, Variable] => {
    const variable = scopes.at.get(local) as Variable;
    variable.places.splice(
      variable.places.findIndex(({ node }) => node === local),
      1,
    );
    return [(name as Identifier).name, variable];
  });
  return new Map(locals);
}

function returned(methods: readonly string[], locals: ReadonlyMap<string, Variable>): string {
  if (methods.length === 0) return "return {};";
  const properties = methods.map((method) => `  ${method}: ${locals.get(method)?.name}`);
  return `return {\n${properties.join(",\n")}\n};`;
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
