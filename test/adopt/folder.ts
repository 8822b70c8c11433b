import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The folder of a test. */
export let folder = "";
/** The directory in it that a script is adopted into. */
export let out = "";

/** Begins a new folder: for each test. */
export function beginFolder(): void {
  folder = mkdtempSync(join(tmpdir(), "zapc-adopt-"));
  out = join(folder, "scripting");
}

/** Writes a file into the folder. Returns its path. */
export function write(name: string, text: string): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** The text of an adopted file. */
export function written(path: string): string {
  return readFileSync(join(out, path), "utf8");
}

/** The part of an adopted file below its metadata. */
export function below(path: string): string {
  return written(path).replace(/^[\s\S]*?\n}\);\n\n/, "");
}

export function lines(...text: string[]): string {
  return `${text.join("\n")}\n`;
}
