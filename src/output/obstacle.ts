import { lstatSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { reasonOf } from "../model/system-error.ts";

/** Tells whether zapc wrote a text, by a header, a `generator` or, of earlier versions, a shape. */
export type IsOwn = (text: string) => boolean;

/** A reason for which a file cannot be written. */
export interface Obstacle {
  readonly file: string;
  /** Why, as the end of a sentence. */
  readonly why: string;
  /** True if who asked for it may have it replaced all the same. */
  readonly isReplaceable: boolean;
}

/** The file at the path that is to be written, if there is one. */
export interface ExistingFile {
  /** The file that symbolic links lead to: it is replaced, and they stay. */
  readonly real: string;
  readonly stats: Stats;
}

/** The file at a path; undefined where there is nothing, or a dangling symbolic link. */
export function existing(file: string): ExistingFile | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats && { real: realpathSync(file), stats };
}

/** Finds the reason for which a file cannot be written: zapc replaces only its own. */
export function obstacleAt(file: string, isOwn: IsOwn): Obstacle | undefined {
  const obstacle = (why: string, isReplaceable: boolean): Obstacle => ({ file, why, isReplaceable });
  try {
    const found = existing(file);
    if (!found)
      return isThere(file) ? obstacle("it is a symbolic link that leads to nothing", true) : undefined;
    const { stats } = found;
    if (stats.isDirectory()) return obstacle("it is a directory", false);
    if (!stats.isFile()) return obstacle("it is not a regular file", false);
    const isForeign = stats.size > MOST_BYTES || (stats.size > 0 && !isOwn(readFileSync(file, "utf8")));
    return isForeign ? obstacle("the file is there, and zapc did not make it", true) : undefined;
  } catch (error) {
    return obstacle(reasonOf(error), false);
  }
}

// No file that zapc writes is larger, and Node.js could not hold a text of 512 MB.
const MOST_BYTES = 256 * 2 ** 20;

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}
