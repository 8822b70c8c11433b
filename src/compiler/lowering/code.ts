import type { SourceMapSegment } from "@jridgewell/trace-mapping";
import { lineIndex } from "../line-index.ts";
import type { Marks } from "./marks.ts";

/** What a source becomes, in the order in which it is written: parts of the source, texts, and lists of these. */
export type Code = string | Span | readonly Code[];

/** A part of the source, as it is written there but for the marks in it. Where it is empty, it says where what follows comes from. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** code`${name} = ${value};` */
export function code(texts: TemplateStringsArray, ...parts: readonly Code[]): Code {
  return texts.flatMap((text, index): Code[] => (index === 0 ? [text] : [parts[index - 1] as Code, text]));
}

export function joined(parts: readonly Code[], separator: string): Code {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}

/** What comes of a source, and where in the source each node and each line of it comes from: the decoded mappings of a source map. */
export interface Written {
  readonly text: string;
  readonly mappings: SourceMapSegment[][];
}

/** Writes the code of a source. */
export function written(given: Code, source: string, marks: Marks): Written {
  const placeOf = lineIndex(source);
  const mappings: SourceMapSegment[][] = [[]];
  let text = "";
  let lineStart = 0;
  write(given);
  return { text, mappings };

  function write(part: Code): void {
    if (typeof part === "string") add(part);
    else if ("start" in part) writeSpan(part);
    else for (const it of part) write(it);
  }

  function writeSpan({ start, end }: Span): void {
    let offset = start;
    for (const mark of marks.within(start, end)) {
      addLines(offset, mark.start);
      add(mark.text);
      offset = Math.max(offset, mark.end);
    }
    addLines(offset, end);
  }

  function addLines(start: number, end: number): void {
    addPlace(start);
    for (let at = start; at < end; ) {
      const next = source.indexOf("\n", at);
      if (next === -1 || next >= end) {
        add(source.slice(at, end));
        return;
      }
      add(source.slice(at, next + 1));
      at = next + 1;
      if (at < end) addPlace(at);
    }
  }

  function addPlace(offset: number): void {
    const { line, column } = placeOf(offset);
    const segments = mappings.at(-1) as SourceMapSegment[];
    const at = text.length - lineStart;
    // Of what stands in one place, the innermost says where that comes from.
    if (segments.at(-1)?.[0] === at) segments.pop();
    segments.push([at, 0, line - 1, column - 1]);
  }

  function add(part: string): void {
    text += part;
    for (let at = part.indexOf("\n"); at !== -1; at = part.indexOf("\n", at + 1)) {
      mappings.push([]);
      lineStart = text.length - part.length + at + 1;
    }
  }
}
