import { realpathSync, statSync } from "node:fs";
import { basename, isAbsolute, join, relative, resolve } from "node:path";
import { Failure } from "../../model/failure.ts";
import { reasonOf } from "../../model/system-error.ts";
import { openProgram } from "./open-program.ts";

/** A place in a source. */
export interface SourceLocation {
  /** Absolute, or from the directory of the sources. */
  readonly file: string;
  readonly line: number;
  readonly column?: number | undefined;
}

type Arguments = (place: Required<SourceLocation>) => readonly string[];

const withColons: Arguments = ({ file, line, column }) => [`${file}:${line}:${column}`];
const goTo: Arguments = (place) => ["--goto", ...withColons(place)];
const withOptions: Arguments = ({ file, line, column }) => [
  "--line",
  `${line}`,
  "--column",
  `${column}`,
  file,
];

/** The arguments that lead each editor to a place, by the name of its program. Those of terminals have none to open in. */
const editors: { readonly [program: string]: Arguments } = {
  code: goTo,
  "code-insiders": goTo,
  codium: goTo,
  cursor: goTo,
  windsurf: goTo,
  subl: withColons,
  zed: withColons,
  idea: withOptions,
  webstorm: withOptions,
};

/** The variables that name an editor, the first that is set. */
const variables = ["ZAPC_EDITOR", "VISUAL", "EDITOR"];

/**
 * Opens a source in the user's editor.
 *
 * @param folder - the directory of the sources: no other file is opened
 * @throws {Failure} when there is no such source, or no editor that can be opened.
 */
export function openInEditor({ file, line, column = 1 }: SourceLocation, folder: string | undefined): void {
  if (folder === undefined) throw new Failure(`Failed to open ${file}: a script has no sources to open.`);
  const real = sourceAt(file, folder);
  const program = variables.map((name) => process.env[name]).find((value) => value);
  const args = program === undefined ? undefined : editors[basename(program).replace(/\.(exe|cmd)$/i, "")];
  if (program === undefined || !args)
    throw new Failure(`Failed to open ${file}: no editor is named that can be opened at a line.`, {
      hint: `Set ZAPC_EDITOR to one of ${Object.keys(editors).join(", ")}.`,
    });
  openProgram(program, args({ file: real, line, column }), (error) =>
    console.error(`Failed to open ${file} in ${program}: ${reasonOf(error)}.`),
  );
}

/** The real path of a source, below the real path of the folder. */
function sourceAt(file: string, folder: string): string {
  const places = isAbsolute(file) ? [file] : [join(folder, file), resolve(file)];
  const root = realpathSync(folder);
  const found = places
    .map(realOf)
    .find((real) => real !== undefined && isBelow(real, root) && statSync(real).isFile());
  if (found !== undefined) return found;
  throw new Failure(`Failed to open ${file}: it is no file below ${folder}.`);
}

function realOf(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}

/** Tells whether a path is below a folder. Both are real ones. */
export function isBelow(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return inside !== "" && !inside.startsWith("..") && !isAbsolute(inside);
}
