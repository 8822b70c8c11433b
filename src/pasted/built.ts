import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileHash } from "../compiler/signature.ts";
import type { SignedMap } from "../compiler/wrap.ts";
import { Failure } from "../model/failure.ts";

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
  const file = join(directory, "zap.js");
  // One after the other: where both are missing, it is always zap.js that is named.
  const code = await readBuiltFile(file);
  const map = await readBuiltFile(`${file}.map`);
  const built = builtOf(code, map);
  if (built) return built;
  throw failed(file, "its source map is of another file, or it was edited by hand");
}

/** Puts the texts of a zap.js and of its source map together; undefined where the map is of another file. */
export function builtOf(code: string, map: string): Built | undefined {
  try {
    const parsed: SignedMap = JSON.parse(map);
    return parsed.x_zapc_file === fileHash(code) ? { code, map: parsed } : undefined;
  } catch {
    return undefined;
  }
}

async function readBuiltFile(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw failed(file, error.code === "ENOENT" ? "there is no such file" : error.message);
  });
}

function failed(file: string, why: string): Failure {
  return new Failure(`Failed to read ${file}: ${why}.`, { hint: "Build it first: zapc build." });
}
