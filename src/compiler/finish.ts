import remapping, { type SourceMapInput } from "@jridgewell/remapping";
import { decodedMappings, type SourceMapSegment, type TraceMap } from "@jridgewell/trace-mapping";
import type { Node } from "acorn";
import MagicString from "magic-string";
import { plainReads } from "./accessors.ts";
import { arraysOfLoops, writeArraysOfLoops } from "./array-loops.ts";
import { restoreChainComments } from "./chain-comments.ts";
import { markedNumber, restoreComments } from "./comments.ts";
import { writeCommonJs } from "./common-js.ts";
import { declareOnce } from "./declare-once.ts";
import { enclose, type MappedLines } from "./enclose.ts";
import { breakLongChains } from "./long-lines.ts";
import type { KeptByNumber } from "./mark-comments.ts";
import { nameVariables, writeNames } from "./names.ts";
import { plainClasses, writePlainClasses } from "./plain-classes.ts";
import { readAgain, writeReadAgain } from "./read-again.ts";
import { hasFunctionsInLoops, respell } from "./respell.ts";
import { scopesOf } from "./scopes.ts";
import type { Script } from "./script.ts";
import type { Section } from "./sections.ts";
import { writeSpreadObjects } from "./spread-objects.ts";
import type { Surroundings } from "./surroundings.ts";
import { writeTexts } from "./texts.ts";

/** A section as it stands in zap.js. */
export interface Finished {
  readonly lines: readonly string[];
  /** Where each line comes from; the sources are those of `sources`. */
  readonly mappings: readonly (readonly SourceMapSegment[])[];
  readonly sources: readonly (string | null)[];
  /** What the editor's JSHint is told of, as it would mark it otherwise: `a == null`, and a function in a loop. */
  readonly comparesToNull: boolean;
  readonly hasFunctionsInLoops: boolean;
}

/** What of the module of a section is not in the bundle. */
export interface OfModule {
  /** The comments that the marks in the code stand for. */
  readonly kept: KeptByNumber;
  /** As it is written, where that is known. */
  readonly source: string | undefined;
}

/** Turns a section of the bundle into what a person would have written: its names, its comments, its blank lines. */
export function finish(section: Section, module: OfModule, surroundings: Surroundings): Finished {
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
  restoreChainComments(script);
  restoreComments(script);
  return {
    ...traced(enclose(script), script.trace),
    comparesToNull: again.tests.length > 0,
    hasFunctionsInLoops: hasFunctionsInLoops(script.nodes),
  };
}

const nothing = { lines: [], mappings: [], sources: [], comparesToNull: false, hasFunctionsInLoops: false };

/** Whether nothing is left of a module but its comments. */
function isEmpty({ parsed }: Section): boolean {
  return parsed.program.body.every((statement) => markedNumber(statement) !== undefined);
}

function scriptOf({ parsed, trace }: Section, module: OfModule, surroundings: Surroundings): Script {
  const { elsewhere, accessors } = surroundings;
  const edit = new MagicString(parsed.code);
  mapWhatIsMapped(edit, trace);
  const scopes = scopesOf(parsed.program, (name) =>
    Object.hasOwn(elsewhere, name) ? elsewhere[name] : undefined,
  );
  const isPlain = plainReads(accessors, scopes);
  const edits = { edit, gone: new Set<Node>(), outdented: [], indented: [] };
  return { ...parsed, ...module, trace, scopes, isPlain, ...edits };
}

/** Lets the map of what is edited tell no more places apart than that of the bundle: each takes time. */
function mapWhatIsMapped(edit: MagicString, trace: TraceMap): void {
  let start = 0;
  for (const segments of decodedMappings(trace)) {
    for (const [column] of segments) edit.addSourcemapLocation(start + column);
    start = edit.original.indexOf("\n", start) + 1;
  }
}

/** The lines with their places in the sources instead of those in the bundle. */
function traced({ lines, mappings }: MappedLines, trace: TraceMap) {
  const edited: unknown = { version: 3, names: [], sources: ["bundle"], mappings };
  const map = remapping([edited as SourceMapInput, trace as SourceMapInput], () => null, {
    decodedMappings: true,
  });
  return { lines, mappings: map.mappings as SourceMapSegment[][], sources: map.sources };
}
