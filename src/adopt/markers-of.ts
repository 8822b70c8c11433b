import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn } from "../source/discovering/files.ts";
import { type Marker, markersIn } from "./cut/marker.ts";

/** The markers in the sources of a directory, by their files and lines. */
export function markersOf(directory: string): Marker[] {
  return filesIn(directory).sources.flatMap((path) => {
    const file = join(directory, path);
    return markersIn(file, readFileSync(file, "utf8"));
  });
}
