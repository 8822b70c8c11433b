import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DataFailure, Failure } from "../model/failure.ts";
import { completeWrites } from "../output/journal.ts";
import { fileHash } from "./signature.ts";
import { isSourceMap, isWhole, type SignedMap } from "./whole-map.ts";

/** A zap.js with its source map. */
export interface Built {
  readonly code: string;
  readonly map: SignedMap;
}

/**
 * Reads what `zapc build` has written into a directory.
 *
 * @throws {Failure} where the two files are not there, or not of one build.
 */
export async function readBuilt(directory: string): Promise<Built> {
  completeWrites(directory);
  const file = join(directory, "zap.js");
  // One after the other: where both are missing, it is always zap.js that is named.
  const code = await readBuiltFile(file);
  const map = await readBuiltFile(`${file}.map`);
  const read = parsedMap(map);
  if (!read || !isWhole(read, code)) throw new DataFailure(...failureOf(`${file}.map`, "it is damaged"));
  if (read.x_zapc_file === fileHash(code)) return { code, map: read };
  throw new DataFailure(...failureOf(file, "its source map is of another file, or it was edited by hand"));
}

/** Puts the texts of a zap.js and of its source map together; undefined where the map is damaged, or of another file. */
export function builtOf(code: string, map: string): Built | undefined {
  const read = parsedMap(map);
  return read?.x_zapc_file === fileHash(code) && isWhole(read, code) ? { code, map: read } : undefined;
}

function parsedMap(text: string): SignedMap | undefined {
  try {
    const value = JSON.parse(text);
    return isSourceMap(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

async function readBuiltFile(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Failure(...failureOf(file, error.code === "ENOENT" ? "there is no such file" : error.message));
  });
}

function failureOf(file: string, why: string): ConstructorParameters<typeof Failure> {
  const hint = "`zapc build` writes it, and zap.js.map beside it. Name another directory with `--dist DIR`.";
  return [`Failed to read ${file}: ${why}.`, { hint }];
}
