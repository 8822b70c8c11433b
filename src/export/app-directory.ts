import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTwoFilesPatch } from "diff";
import { hash, signatureOf } from "../built/signature.ts";
import { parseJson } from "../input/read-json.ts";
import { Failure } from "../model/failure.ts";
import { reasonOf } from "../model/system-error.ts";
import { generator, ownJson } from "../output/generator.ts";
import { completeWrites } from "../output/journal.ts";
import { writeFiles } from "../output/write-files.ts";
import type { AppFiles } from "./cli-app.ts";

/** Says which files of an app zapc wrote, and with which content. */
export const manifestFile = "zapc-export.json";

/** A file that an export leaves as it is. */
export interface KeptFile {
  readonly path: string;
  /** `edited`: since zapc wrote it. `foreign`: zapc did not write it. `missing`: the app is not zapc's and has no such file. */
  readonly why: "edited" | "foreign" | "missing";
  /** The change that the export would make to it, as a unified diff. */
  readonly diff: string;
}

/** The result of an export into a directory. */
export interface AppExport {
  readonly written: readonly string[];
  readonly kept: readonly KeptFile[];
  /** Files of an earlier export that the app does not need any more. */
  readonly obsolete: readonly string[];
}

export interface AppExportOptions {
  /** True if an app that is there is updated. Without it, a file that would be kept fails the export. */
  readonly into?: boolean;
  /** True if files are replaced that zapc did not write, or that were edited since. */
  readonly force?: boolean;
}

/** The hashes of the files of an earlier export, by their paths. */
interface Hashes {
  readonly [path: string]: string;
}

/**
 * Writes a CLI app into a directory, all of its files or none. It replaces what zapc wrote and nobody has edited since, and of
 * an app of another origin scripting.js alone.
 *
 * @throws {Failure} when a file cannot be written or, without `into`, when a file there would be kept.
 */
export function writeApp(directory: string, files: AppFiles, options: AppExportOptions = {}): AppExport {
  const { into = false, force = false } = options;
  completeWrites(directory);
  const known = readManifest(directory);
  if (into && !existsSync(join(directory, "package.json")))
    throw new Failure(`Failed to export into ${directory}: there is no CLI app.`, {
      hint: "Make one: `zapc export --to cli DIR`.",
    });
  const isForeign = into && known === undefined;
  const plans = [...files].map(([path, text]) =>
    planOf({ directory, path, text, isForeign, known: known?.[path] }),
  );
  const kept = force ? [] : plans.flatMap(({ kept }) => kept ?? []);
  if (!into && kept.length > 0) throw wouldReplace(directory, kept);
  const replaced = plans.filter(({ isThere, kept }) => !isThere && (force || !kept));
  const hashes: Hashes = {
    ...known,
    ...Object.fromEntries(
      plans
        .filter((plan) => plan.isThere || replaced.includes(plan))
        .map(({ path, text }) => [path, hash(text)]),
    ),
  };
  writeWithManifest(directory, replaced, { hashes, files });
  return {
    written: replaced.map(({ path }) => path),
    kept,
    obsolete: Object.keys(known ?? {}).filter(
      (path) => !files.has(path) && existsSync(join(directory, path)),
    ),
  };
}

interface PlannedFile {
  readonly path: string;
  readonly text: string;
  /** True if it stands there already. */
  readonly isThere: boolean;
  readonly kept?: KeptFile;
}

interface PlanInput {
  readonly directory: string;
  readonly path: string;
  readonly text: string;
  /** True if the app is there and has another origin. */
  readonly isForeign: boolean;
  /** The hash of the file that zapc wrote. */
  readonly known: string | undefined;
}

function planOf({ directory, path, text, isForeign, known }: PlanInput): PlannedFile {
  const there = textAt(join(directory, path));
  const plan = { path, text, isThere: there === text };
  if (plan.isThere || (there !== undefined && isSettled[path]?.(there))) return { ...plan, isThere: true };
  const keep = (why: KeptFile["why"]): PlannedFile => ({
    ...plan,
    kept: { path, why, diff: diffOf(path, there, text) },
  });
  if (there === undefined) return isForeign && path !== "scripting.js" ? keep("missing") : plan;
  if (known === hash(there)) return plan;
  if (known !== undefined) return keep("edited");
  if (isForeign && path === "scripting.js")
    return signatureOf(there)?.intact === false ? keep("edited") : plan;
  return keep("foreign");
}

/** Files that others write to, too, and whether all that the app needs stands in them. */
const isSettled: { readonly [path: string]: (text: string) => boolean } = {
  // `register` and `link` add the id and the key of the integration.
  ".zapierapprc": (text) => {
    try {
      const { includeInBuild } = JSON.parse(text);
      return Array.isArray(includeInBuild) && includeInBuild.includes("scripting.js");
    } catch {
      return false;
    }
  },
};

function textAt(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new Failure(`Failed to read ${file}: ${reasonOf(error)}.`, { cause: error });
  }
}

function diffOf(path: string, there: string | undefined, text: string): string {
  return createTwoFilesPatch(path, path, there ?? "", text, "as it is", "as the export has it", {
    context: 2,
  });
}

/** The files of an earlier export; undefined where there was none. */
function readManifest(directory: string): Hashes | undefined {
  const file = join(directory, manifestFile);
  const text = textAt(file);
  if (text === undefined) return undefined;
  const { files } = Object(parseJson(text, { file, what: "the list of exported files" }));
  const isHashes =
    typeof files === "object" && files !== null && Object.values(files).every((it) => typeof it === "string");
  if (isHashes) return files;
  throw new Failure(`Failed to read ${file}: it has no \`files\` with their hashes.`, {
    hint: "Remove it: the next export takes all files for edited ones, and keeps them.",
  });
}

function writeWithManifest(
  directory: string,
  replaced: readonly PlannedFile[],
  { hashes, files }: { hashes: Hashes; files: AppFiles },
): void {
  const known = Object.entries(hashes).filter(
    ([path]) => files.has(path) || existsSync(join(directory, path)),
  );
  const manifest = { format: 1, generator, files: Object.fromEntries(known.sort()) };
  // The plan has decided what may be replaced.
  const isOwn = () => true;
  writeFiles([
    ...replaced.map(({ path, text }) => ({ file: join(directory, path), content: text, isOwn })),
    {
      file: join(directory, manifestFile),
      content: `${JSON.stringify(manifest, null, 2)}\n`,
      isOwn: ownJson(() => false),
    },
  ]);
}

function wouldReplace(directory: string, kept: readonly KeptFile[]): Failure {
  const why = { edited: "it was edited since zapc wrote it", foreign: "zapc did not write it", missing: "" };
  const lines = kept.map((file) => `\n  ${file.path}: ${why[file.why]}`).join("");
  return new Failure(`Failed to export to ${directory}: files there would be replaced.${lines}`, {
    hint: "Update the app with `--into` in place of `--to cli`, which keeps these files, replace them with `--force`, or choose another directory.",
  });
}
