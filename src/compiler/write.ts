import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../model/failure.ts";
import type { Compiled } from "./compile.ts";

/** The files of a build, by their names in the output directory. */
export function outputFiles({ script, metadata }: Compiled): Map<string, string> {
  return new Map([
    ["zap.js", script.code],
    ["zap.js.map", `${JSON.stringify({ ...script.map, sources: script.map.sources.map(withoutPlace) })}\n`],
    ["metadata.json", `${JSON.stringify(metadata, null, 2)}\n`],
  ]);
}

/** `../../project/node_modules/numbers/index.js` -> `node_modules/numbers/index.js`, wherever the packages stand. */
function withoutPlace(source: string | null): string | null {
  return source?.replace(/^.*(?=node_modules\/)/, "") ?? null;
}

/** Writes all files or none: each is complete beside its place before the first takes it. */
export function write(directory: string, files: ReadonlyMap<string, string>): void {
  const places = [...files].map(([name, text]) => {
    const file = join(directory, name);
    return { file, unfinished: `${file}.${process.pid}.unfinished`, text };
  });
  try {
    mkdirSync(directory, { recursive: true });
    replaceAll(places);
  } catch (error) {
    throw new Failure(`Failed to write ${directory}: ${(error as Error).message}.`, { cause: error });
  }
}

interface Place {
  readonly file: string;
  readonly unfinished: string;
  readonly text: string;
}

function replaceAll(places: readonly Place[]): void {
  const replaced: Place[] = [];
  try {
    for (const { unfinished, text } of places) writeFileSync(unfinished, text);
    for (const place of places) {
      keepOld(place);
      replaced.push(place);
      renameSync(place.unfinished, place.file);
    }
  } catch (error) {
    for (const place of replaced) bringBack(place);
    throw error;
  } finally {
    for (const { unfinished } of places) rmSync(unfinished, { force: true });
  }
  for (const { unfinished } of places) rmSync(oldOf(unfinished), { force: true });
}

const oldOf = (unfinished: string) => `${unfinished}.old`;

function keepOld({ file, unfinished }: Place): void {
  if (existsSync(file)) copyFileSync(file, oldOf(unfinished));
}

function bringBack({ file, unfinished }: Place): void {
  if (existsSync(oldOf(unfinished))) renameSync(oldOf(unfinished), file);
  else rmSync(file, { force: true });
}
