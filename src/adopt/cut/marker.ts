import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "../../source/discovering/files.ts";

/** A line of an adopted file that asks for a decision. */
export interface Marker {
  readonly file: string;
  readonly line: number;
  readonly id: string;
  readonly text: string;
}

/** The comment that asks for a decision. Its id depends on what it is about alone: it stays the same in each run. */
export function marker(about: string, text: string): string {
  const id = createHash("sha256").update(about).digest("hex").slice(0, 8);
  return `// zapc-todo ${id}: ${text}`;
}

/** The markers in a text. */
function markersIn(file: string, text: string): Marker[] {
  return text.split("\n").flatMap((content, index) => {
    const [, id = "", said = ""] = /^\s*\/\/ zapc-todo ([\da-f]{8}): (.*)$/.exec(content) ?? [];
    return id === "" ? [] : [{ file, line: index + 1, id, text: said }];
  });
}

/** The markers in the sources of a directory, by their files and lines. */
export function markersOf(directory: string): Marker[] {
  return filesIn(directory).sources.flatMap((path) => {
    const file = join(directory, path);
    return markersIn(file, readFileSync(file, "utf8"));
  });
}
