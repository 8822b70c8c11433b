import type { EncodedSourceMap } from "@jridgewell/remapping";
import { countLines } from "../line-index.ts";
import type { FinishedSection } from "./finished-bundle.ts";
import { moved, type Place } from "./mappings.ts";

/** The sections as one text. */
export interface Joined {
  readonly code: string;
  readonly map: EncodedSourceMap;
  readonly placed: readonly Placed[];
}

/** The text of a section, and how many lines stand above it. */
export interface Placed {
  readonly code: string;
  readonly linesAbove: number;
}

/** Puts the finished sections under each other, each below the name of its module. */
export function join(sections: readonly FinishedSection[]): Joined {
  const placed: Placed[] = [];
  const sources: string[] = [];
  const sourcesContent: string[] = [];
  let [code, mappings, lines] = ["", "", 0];
  let last: Place = [0, 0, 0];
  for (const section of sections) {
    if (section.code === "") continue;
    const above = (code === "" ? "" : "\n") + (section.title === "" ? "" : `  // ${section.title}\n`);
    const linesAbove = lines + countLines(above);
    placed.push({ code: section.code, linesAbove });
    lines = linesAbove + countLines(section.code);
    code += above + section.code;
    mappings += ";".repeat(countLines(above));
    if (!section.last) {
      mappings += section.mappings;
      continue;
    }
    const { path, text } = section.source;
    if (!sources.includes(path)) {
      sources.push(path);
      sourcesContent.push(text);
    }
    const source = sources.indexOf(path);
    const [lastSource, lastLine, lastColumn] = last;
    mappings += moved(section.mappings, [source - lastSource, -lastLine, -lastColumn]);
    last = [source, ...section.last];
  }
  return { code, map: { version: 3, names: [], sources, sourcesContent, mappings }, placed };
}
