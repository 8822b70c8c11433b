import { existsSync } from "node:fs";
import { copyFile, mkdir, rename, rm, writeFile } from "node:fs/promises";
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
export async function write(directory: string, files: ReadonlyMap<string, string>): Promise<void> {
  const places = [...files].map(([name, text]) => {
    const file = join(directory, name);
    return { file, unfinished: `${file}.${process.pid}.unfinished`, text };
  });
  try {
    await mkdir(directory, { recursive: true });
    await replaceAll(places);
  } catch (error) {
    throw new Failure(`Failed to write ${directory}: ${(error as Error).message}.`, { cause: error });
  }
}

interface Place {
  readonly file: string;
  readonly unfinished: string;
  readonly text: string;
}

async function replaceAll(places: readonly Place[]): Promise<void> {
  const replaced: Place[] = [];
  try {
    for (const { unfinished, text } of places) await writeFile(unfinished, text);
    for (const place of places) {
      await keepOld(place);
      replaced.push(place);
      await rename(place.unfinished, place.file);
    }
  } catch (error) {
    for (const place of replaced) await bringBack(place);
    throw error;
  } finally {
    for (const { unfinished } of places) await rm(unfinished, { force: true });
  }
  for (const { unfinished } of places) await rm(oldOf(unfinished), { force: true });
}

const oldOf = (unfinished: string) => `${unfinished}.old`;

async function keepOld({ file, unfinished }: Place): Promise<void> {
  if (existsSync(file)) await copyFile(file, oldOf(unfinished));
}

async function bringBack({ file, unfinished }: Place): Promise<void> {
  if (existsSync(oldOf(unfinished))) await rename(oldOf(unfinished), file);
  else await rm(file, { force: true });
}
