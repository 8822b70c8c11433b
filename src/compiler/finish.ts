import remapping, { type SourceMapInput } from "@jridgewell/remapping";
import { decodedMappings, encodedMappings, type SourceMapSegment, TraceMap } from "@jridgewell/trace-mapping";
import type { Node } from "acorn";
import MagicString from "magic-string";
import type { BundledModule } from "./bundling/lowered-module.ts";
import { plainReads } from "./finishing/accessors.ts";
import { arraysOfLoops, writeArraysOfLoops } from "./finishing/array-loops.ts";
import { restoreChainComments } from "./finishing/chain-comments.ts";
import { markedNumber, restoreComments } from "./finishing/comments.ts";
import { writeCommonJs } from "./finishing/common-js.ts";
import { declareOnce } from "./finishing/declare-once.ts";
import { enclose, type MappedLines } from "./finishing/enclose.ts";
import { breakLongChains, breakLongLines } from "./finishing/long-lines.ts";
import { nameVariables, writeNames } from "./finishing/names.ts";
import { plainClasses, writePlainClasses } from "./finishing/plain-classes.ts";
import { readAgain, writeReadAgain } from "./finishing/read-again.ts";
import { hasFunctionsInLoops, respell } from "./finishing/respell.ts";
import { scopesOf } from "./finishing/scopes.ts";
import type { Parsed, Script } from "./finishing/script.ts";
import { writeSpreadObjects } from "./finishing/spread-objects.ts";
import type { Surroundings } from "./finishing/surroundings.ts";
import { writeTexts } from "./finishing/texts.ts";

/** A section of the bundle. */
export interface TracedSection {
  readonly parsed: Parsed;
  /** Where in the lowered module it comes from. */
  readonly trace: TraceMap;
}

/** A section as it stands in zap.js. */
export interface Finished {
  /** Whole lines; empty where nothing is left of the module but comments. */
  readonly code: string;
  /** Where each line in the module comes from: the mappings of a source map of one source. */
  readonly mappings: string;
  /** The line and the column in the module of the last place in `mappings`, from 0, where there is any. */
  readonly last?: readonly [line: number, column: number];
  /** What the editor's JSHint is told of, as it would mark it otherwise: `a == null`, and a function in a loop. */
  readonly comparesToNull: boolean;
  readonly hasFunctionsInLoops: boolean;
}

/**
 * Turns a section of the bundle into what a person would have written: its names, its comments, its blank lines.
 *
 * @param module - what it was before it was bundled, unless it comes from the bundler itself
 */
export function finish(
  section: TracedSection,
  module: BundledModule | undefined,
  surroundings: Surroundings,
): Finished {
  if (isEmpty(section)) return nothing;
  const script = scriptOf(section, module, surroundings);
  const classes = plainClasses(script.scopes);
  const arrays = arraysOfLoops(script);
  const again = readAgain(script);
  nameVariables(script, surroundings);
  writeNames(script);
  writePlainClasses(classes, script);
  writeArraysOfLoops(arrays, script);
  writeSpreadObjects(script);
  writeTexts(script, surroundings.haveValues);
  writeCommonJs(script);
  respell(script);
  writeReadAgain(again, script);
  declareOnce(script);
  breakLongChains(script);
  breakLongLines(script);
  restoreComments(script, restoreChainComments(script));
  return {
    ...traced(enclose(script), script.trace),
    comparesToNull: again.tests.length > 0,
    hasFunctionsInLoops: hasFunctionsInLoops(script.nodes),
  };
}

const nothing: Finished = {
  code: "",
  mappings: "",
  comparesToNull: false,
  hasFunctionsInLoops: false,
};

/** Whether nothing is left of a module but its comments. */
function isEmpty({ parsed }: TracedSection): boolean {
  return parsed.program.body.every((statement) => markedNumber(statement) !== undefined);
}

function scriptOf(
  { parsed, trace: inLowered }: TracedSection,
  module: BundledModule | undefined,
  { elsewhere, accessors }: Surroundings,
): Script {
  const trace = module ? originalTrace(inLowered, module) : inLowered;
  const edit = new MagicString(parsed.code);
  mapWhatIsMapped(edit, trace);
  const scopes = scopesOf(parsed.program, (name) =>
    Object.hasOwn(elsewhere, name) ? elsewhere[name] : undefined,
  );
  const isPlain = plainReads(accessors, scopes);
  const edits = { edit, gone: new Set<Node>(), outdented: [], indented: [] };
  return { ...parsed, kept: module?.kept ?? {}, source: module?.text, trace, scopes, isPlain, ...edits };
}

/** Lets the map of what is edited tell no more places apart than that of the bundle: each takes time. */
function mapWhatIsMapped(edit: MagicString, trace: TraceMap): void {
  let start = 0;
  for (const segments of decodedMappings(trace)) {
    for (const [column] of segments) edit.addSourcemapLocation(start + column);
    start = edit.original.indexOf("\n", start) + 1;
  }
}

/** Where in the module as it is written a section comes from. */
function originalTrace(trace: TraceMap, { map, path }: BundledModule): TraceMap {
  const lowered = { ...map, sources: [path] };
  const whole = remapping([trace, lowered] as SourceMapInput[], () => null, { decodedMappings: true });
  return new TraceMap(whole as SourceMapInput);
}

function traced(
  { lines, mappings }: MappedLines,
  trace: TraceMap,
): Pick<Finished, "code" | "mappings" | "last"> {
  const edited: unknown = { version: 3, names: [], sources: ["section"], mappings };
  const map = remapping([edited, trace] as SourceMapInput[], () => null, { decodedMappings: true });
  const segments = lines.map((_, index) => (map.mappings as SourceMapSegment[][])[index] ?? []);
  const [, , line, column] = segments.flat().findLast(({ length }) => length > 1) ?? [];
  const places: unknown = { ...map, mappings: segments };
  return {
    code: `${lines.join("\n")}\n`,
    mappings: `${encodedMappings(new TraceMap(places as SourceMapInput))};`,
    ...(line !== undefined && column !== undefined && { last: [line, column] as const }),
  };
}
