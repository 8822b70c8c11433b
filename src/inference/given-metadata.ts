import { existsSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { checkedMetadata, notAsItsSchema } from "../built/metadata-file.ts";
import { readJson } from "../input/read-json.ts";
import type { Metadata } from "../model/definitions.ts";
import { Failure } from "../model/failure.ts";
import { completeWrites } from "../output/journal.ts";
import type { Partially } from "./infer-metadata.ts";
import { dumpParts, isDump, metadataOfDump } from "./web-builder-dump.ts";

/** The source of the metadata: a file, a directory with the Web Builder's dump, or the content of either. */
export type GivenMetadata = string | object | undefined;

/** Metadata as they were given: whole, or to be completed by the script. */
export type ReadMetadata =
  | { readonly whole: Metadata; readonly from: string }
  | { readonly partial: Partially<Metadata>; readonly from: string };

/**
 * Reads metadata that a script may complete. A file of zapc must be whole; anything may be missing in others.
 *
 * @param hint - what to do where they cannot be read
 * @throws {Failure} as `readMetadata` of src/built/metadata-file.ts, which reads those that must be whole.
 */
export function readGivenMetadata(given: GivenMetadata, hint: string): ReadMetadata {
  const from = typeof given === "string" ? given : "the object";
  const raw = typeof given === "string" ? readGiven(given, hint) : (given ?? {});
  if (isObject(raw) && isDump(raw)) return { partial: metadataOfDump(raw), from };
  const file = { file: from, what: "the metadata", hint };
  const { metadata, errors } = checkedMetadata(raw, file);
  if (errors.length === 0) return { whole: metadata as Metadata, from };
  if (!isObject(raw) || "generator" in raw || !hasShape(raw)) throw notAsItsSchema(errors, file);
  return { partial: raw, from };
}

/** A file or a directory. */
function readGiven(path: string, hint: string): unknown {
  const isDirectory = existsSync(path) && statSync(path).isDirectory();
  const directory = isDirectory ? path : dirname(path);
  completeWrites(directory);
  const isPart = dumpParts.some((part) => basename(path) === `${part}.json`);
  if (!isDirectory && !isPart) return readJson({ file: path, what: "the metadata", hint });
  const files = dumpParts.map((part) => [part, join(directory, `${part}.json`)] as const);
  const there = files.filter(([, file]) => existsSync(file));
  if (there.length === 0)
    throw new Failure(
      `Failed to read the metadata from ${path}: the directory has none of ${namesOf(files)}.`,
      {
        hint: "Name metadata.json, or the directory with the Web Builder's files.",
      },
    );
  // Also where one has no entries, it is a dump.
  const dump = there.map(([part, file]) => [part, readJson({ file, what: "the metadata" })]);
  return { general: {}, ...Object.fromEntries(dump) };
}

function namesOf(files: readonly (readonly [string, string])[]): string {
  return files.map(([part]) => `${part}.json`).join(", ");
}

/** Tells whether what is there is of the right kind, so that it can be completed. */
function hasShape(given: { readonly [name: string]: unknown }): boolean {
  const { app = {}, triggers = [], actions = [], searches = [], methods = [], hydrators = [] } = given;
  const isListOf = (list: unknown, is: (entry: unknown) => boolean) => Array.isArray(list) && list.every(is);
  const isText = (text: unknown) => typeof text === "string";
  const isStep = (step: unknown) => {
    if (!isObject(step)) return false;
    const { key, type = "", fields = [] } = step;
    return [key, type].every(isText) && isListOf(fields, isObject);
  };
  const isApp = (app: unknown) => {
    if (!isObject(app)) return false;
    const { title = "", auth = {} } = app;
    return isText(title) && isObject(auth) && isText(auth.type ?? "");
  };
  return (
    isApp(app) &&
    [triggers, actions, searches].every((steps) => isListOf(steps, isStep)) &&
    [methods, hydrators].every((names) => isListOf(names, isText))
  );
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
