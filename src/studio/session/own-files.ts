import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DataFailure } from "../../model/failure.ts";
import { reasonOf } from "../../model/system-error.ts";

/** The folder of the studio's own files: it keeps itself out of Git, and only the user can read what is in it. */
export class OwnFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The JSON of a file, undefined where there is none. */
  read(name: string): unknown {
    const file = join(this.#folder, name);
    if (!existsSync(file)) return undefined;
    try {
      return JSON.parse(readFileSync(file, "utf8"));
    } catch (error) {
      throw new DataFailure(`Failed to read ${file}: ${reasonOf(error)}.`, {
        hint: "Repair it, or remove it: the studio then begins without it.",
      });
    }
  }

  /** Replaces a file as a whole. */
  write(name: string, value: unknown): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(this.#folder, ".gitignore"), "*\n");
    const unfinished = join(this.#folder, `${name}.${process.pid}`);
    writeFileSync(unfinished, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
    chmodSync(unfinished, 0o600);
    renameSync(unfinished, join(this.#folder, name));
  }
}
