import type { EncodedSourceMap } from "@jridgewell/trace-mapping";
import { countLines } from "../../source/line-index.ts";
import { JoinedMappings } from "./mappings.ts";
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
  const sources: PrintedSection["source"][] = [];
  const indexes = new Map<string, number>();
  const joined = new JoinedMappings();
  let code = before;
  let linesAbove = countLines(before);
  joined.addLines(linesAbove);
  for (const { code: text, title, source, mappings } of sections) {
    if (text === "") continue;
    const above = (placed.length === 0 ? "" : "\n") + (title === "" ? "" : `  // ${title}\n`);
    linesAbove += countLines(above);
    placed.push({ code: text, linesAbove });
    code += above + text;
    linesAbove += countLines(text);
    const index = indexes.get(source.path) ?? sources.push(source) - 1;
    indexes.set(source.path, index);
    joined.addLines(countLines(above));
    joined.add(mappings, index);
  }
  return {
    code,
    map: {
      version: 3,
      names: [],
      sources: sources.map(({ path }) => path),
      sourcesContent: sources.map(({ text }) => text),
      mappings: joined.text,
    },
    placed,
  };
}
