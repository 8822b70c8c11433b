import type { EncodedSourceMap } from "@jridgewell/remapping";
import {
  encodedMappings,
  type SourceMapInput,
  type SourceMapSegment,
  TraceMap,
} from "@jridgewell/trace-mapping";
import type { FinishedSection } from "./finished-bundle.ts";

/** The sections as one text. */
export interface Joined {
  readonly code: string;
  readonly map: EncodedSourceMap;
  /** The text of each section, and how many lines stand above it. */
  readonly placed: readonly Placed[];
}

export interface Placed {
  readonly code: string;
  readonly linesAbove: number;
}

/** Puts the finished sections under each other, each below the name of its module. */
export function join(sections: readonly FinishedSection[], bundle: EncodedSourceMap): Joined {
  const placed: Placed[] = [];
  const lines: string[] = [];
  const mappings: SourceMapSegment[][] = [];
  const sources: (string | null)[] = [];
  for (const section of sections) {
    if (section.lines.length === 0) continue;
    const above = [...(lines.length > 0 ? [""] : []), ...(section.path ? [`  // ${section.path}`] : [])];
    const first = sources.length;
    sources.push(...section.sources);
    mappings.push(...above.map(() => []));
    section.lines.forEach((_, index) => {
      const segments = section.mappings[index] ?? [];
      mappings.push(
        segments.map(
          ([column, source = 0, ...place]) => [column, first + source, ...place] as SourceMapSegment,
        ),
      );
    });
    lines.push(...above);
    placed.push({ code: section.lines.join("\n"), linesAbove: lines.length });
    lines.push(...section.lines);
  }
  const contents = sources.map((source) => bundle.sourcesContent?.[bundle.sources.indexOf(source)] ?? null);
  const map = { version: 3 as const, names: [], sources, sourcesContent: contents };
  const encoded = encodedMappings(new TraceMap({ ...map, mappings } as SourceMapInput));
  return { code: `${lines.join("\n")}\n`, map: { ...map, mappings: encoded }, placed };
}
