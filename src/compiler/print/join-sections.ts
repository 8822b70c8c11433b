import {
  decodedMappings,
  type EncodedSourceMap,
  type SourceMapInput,
  type SourceMapSegment,
  TraceMap,
} from "@jridgewell/trace-mapping";
import { countLines } from "../../source/line-index.ts";
import { encoded } from "./mappings.ts";
import type { PrintedSection } from "./print.ts";

/** The sections as one text. */
export interface JoinedSections {
  readonly code: string;
  readonly map: EncodedSourceMap;
  readonly placed: readonly PlacedSection[];
}

/** The text of a section, and the number of lines above it. */
export interface PlacedSection {
  readonly code: string;
  readonly linesAbove: number;
}

/**
 * Puts the sections under each other, each below the name of its module.
 *
 * @param before - the text above them
 */
export function joinSections(sections: readonly PrintedSection[], before: string): JoinedSections {
  const placed: PlacedSection[] = [];
  const sources = new Map<string, string>();
  const lines: SourceMapSegment[][] = Array.from({ length: countLines(before) }, () => []);
  let code = before;
  for (const { code: text, title, source, mappings } of sections) {
    if (text === "") continue;
    const above = (placed.length === 0 ? "" : "\n") + (title === "" ? "" : `  // ${title}\n`);
    for (let count = countLines(above); count > 0; count--) lines.push([]);
    placed.push({ code: text, linesAbove: lines.length });
    code += above + text;
    sources.set(source.path, source.text);
    const index = [...sources.keys()].indexOf(source.path);
    const own = decodedMappings(
      new TraceMap({ version: 3, names: [], sources: [""], mappings } as SourceMapInput),
    );
    for (let line = 0; line < countLines(text); line++) {
      lines.push((own[line] ?? []).map((it) => [it[0], index, it[2] as number, it[3] as number]));
    }
  }
  return {
    code,
    map: {
      version: 3,
      names: [],
      sources: [...sources.keys()],
      sourcesContent: [...sources.values()],
      mappings: encoded(lines),
    },
    placed,
  };
}
