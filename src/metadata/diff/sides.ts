import { existsSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { checkOneBuild, metadataOf, readMetadata } from "../../built/metadata-file.ts";
import { parseJson } from "../../input/read-json.ts";
import { readText } from "../../input/read-text.ts";
import { Failure } from "../../model/failure.ts";
import { gitIn } from "../../source/git.ts";
import type { Version } from "./diff.ts";

/** The files of a side, by the commands that wrote them. */
const hint =
  "Name a metadata.json, the directory of a build, or a revision of Git at which a build was committed.";

/**
 * Reads one version of an integration: a metadata.json, with the zap.js beside it; the directory of a build; or the build that
 * was committed at a revision, `v1.2.0` or `v1.2.0:path/of/dist`.
 *
 * @param dist - the directory of the build at a revision
 * @throws {Failure} when there is none, or it cannot be read.
 */
export async function readVersion(given: string, dist: string): Promise<Version> {
  if (existsSync(given)) return versionInFiles(given);
  return versionInGit(given, dist);
}

function versionInFiles(given: string): Version {
  const isDirectory = statSync(given).isDirectory();
  if (!isDirectory && !given.endsWith(".json"))
    throw new Failure(`Failed to compare ${given}: it is not a JSON file.`, { hint });
  const file = isDirectory ? join(given, "metadata.json") : given;
  const metadata = readMetadata({ file, what: "the metadata", hint });
  const beside = join(dirname(file), "zap.js");
  // Another file beside it need not be of the same build.
  const isBeside = basename(file) === "metadata.json" && existsSync(beside);
  if (!isBeside) return { name: given, metadata };
  const script = readText({ file: beside, what: "the script" });
  checkOneBuild({ script: { file: beside, text: script }, metadata: { file, value: metadata } });
  return { name: given, metadata, script };
}

async function versionInGit(given: string, dist: string): Promise<Version> {
  const [revision = "", path = dist] = given.split(":");
  const failed = (why: string) => new Failure(`Failed to compare ${given}: ${why}.`, { hint });
  if (revision === "" || revision.startsWith("-"))
    throw failed("it is neither a file, a directory nor a revision");
  const git = gitIn(".");
  const commit = await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`);
  if (commit === undefined) throw failed("it is neither a file, a directory nor a revision of Git");
  const show = (name: string) => git("show", `${commit.trim()}:./${join(path, name).replaceAll("\\", "/")}`);
  const text = await show("metadata.json");
  if (text === undefined) throw failed(`there is no ${join(path, "metadata.json")} at that revision`);
  const file = `${revision}:${join(path, "metadata.json")}`;
  const what = { file, what: "the metadata", hint };
  const metadata = metadataOf(parseJson(text, what), what);
  const script = await show("zap.js");
  if (script === undefined) return { name: given, metadata };
  checkOneBuild({
    script: { file: `${revision}:${join(path, "zap.js")}`, text: script },
    metadata: { file, value: metadata },
  });
  return { name: given, metadata, script };
}
