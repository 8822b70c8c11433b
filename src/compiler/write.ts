import { readdirSync, realpathSync, statSync } from "node:fs";
import { join, parse, relative, resolve, sep } from "node:path";
import { hasHeader } from "../built/signature.ts";
import { signedMap } from "../built/whole-map.ts";
import { Failure } from "../model/failure.ts";
import { generator, isReview, METADATA_FORMAT, ownJson } from "../output/generator.ts";
import type { IsOwn } from "../output/obstacle.ts";
import { type OutputFile, type WriteFilesOptions, writeFiles } from "../output/write-files.ts";
import type { Compiled } from "./compile.ts";

/** The files of a build, by their names in the output directory. */
export function outputFiles({
  script,
  metadata,
}: Pick<Compiled, "script" | "metadata">): Map<OutputName, string> {
  const map = signedMap({ ...script.map, sources: script.map.sources.map(withoutPlace) });
  return new Map([
    ["zap.js", script.code],
    ["zap.js.map", `${JSON.stringify(map)}\n`],
    [
      "metadata.json",
      `${JSON.stringify({ format: METADATA_FORMAT, generator, script: map.x_zapc_file, ...metadata }, null, 2)}\n`,
    ],
  ]);
}

/** `../../project/node_modules/numbers/index.js` -> `node_modules/numbers/index.js`, wherever the packages stand. */
function withoutPlace(source: string | null): string | null {
  return source?.replace(/^.*(?=node_modules\/)/, "") ?? null;
}

/** The name of a file of a build. */
export type OutputName = "zap.js" | "zap.js.map" | "metadata.json" | "REVIEW.md" | "review.html";

/** The sign of a file of an earlier build, also of a version that wrote less into it. */
const own: { readonly [name in OutputName]: IsOwn } = {
  "zap.js": hasHeader,
  "zap.js.map": ownJson(({ x_zapc_file, version, file }) => {
    return typeof x_zapc_file === "string" || (version === 3 && file === "zap.js");
  }),
  "metadata.json": ownJson((metadata) => {
    const lists = ["methods", "triggers"].every((name) => Array.isArray(metadata[name]));
    return lists && Object.keys(metadata).every((name) => metadataKeys.includes(name));
  }),
  "REVIEW.md": isReview,
  "review.html": isReview,
};

const metadataKeys = ["app", "methods", "hydrators", "triggers", "actions", "searches"];

/**
 * Writes the files of a build into a directory: all or none.
 *
 * @throws {Failure} where that cannot be, or would replace a file that zapc did not write.
 */
export function write(
  directory: string,
  files: ReadonlyMap<OutputName, string>,
  options: WriteFilesOptions = {},
): OutputFile[] {
  const outputs = [...files].map(([name, content]) => {
    return { file: join(directory, name), content, isOwn: own[name] };
  });
  writeFiles(outputs, options);
  return outputs;
}

/** Refuses directories that no build can be meant to be written into. */
export function checkOutputDirectory(out: string, scripting: string): void {
  const failed = (why: string) =>
    new Failure(`Failed to build into ${out}: ${why}.`, {
      hint: "Name another directory with `--out`, dist say.",
    });
  const { root } = parse(resolve(out));
  if (resolve(out) === root) throw failed("it is the root of the file system");
  if (isFile(out)) throw failed("it is a file");
  if (holdsSources(out, scripting)) throw failed("it holds the sources");
}

function isFile(out: string): boolean {
  try {
    return statSync(out).isFile();
  } catch {
    return false;
  }
}

/** Tells whether the output directory is that of the sources, or a folder in it with sources of its own. */
function holdsSources(out: string, scripting: string): boolean {
  try {
    const inside = relative(realpathSync.native(scripting), realpathSync.native(out));
    if (inside === "") return true;
    const isInside = inside.split(sep)[0] !== "..";
    return isInside && readdirSync(out).some((name) => /(?<!\.d)\.ts$/.test(name));
  } catch {
    // One of them is not there: of the sources, the build tells.
    return false;
  }
}
