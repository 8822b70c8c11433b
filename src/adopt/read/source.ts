import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ReadMetadata, readGivenMetadata } from "../../inference/given-metadata.ts";
import type { Partially } from "../../inference/infer-metadata.ts";
import { dumpParts, isDump, metadataOfDump } from "../../inference/web-builder-dump.ts";
import { readJson } from "../../input/read-json.ts";
import { readText } from "../../input/read-text.ts";
import type { Metadata } from "../../model/definitions.ts";
import { Failure } from "../../model/failure.ts";
import { definitionOfApp } from "./cli-app.ts";
import { type CliAppDefinition, metadataOfDefinition } from "./definition.ts";

/** The source of an adoption: a script, and the metadata that are known of its integration. */
export interface AdoptionSource {
  /** The file of the script, as the user named it, or the file that holds its text. */
  readonly file: string;
  /** With `\n` as line ends. */
  readonly text: string;
  readonly metadata: Partially<Metadata>;
  /** The source of the metadata, for people; undefined where all of them are to be inferred. */
  readonly metadataFrom?: string;
}

const hint =
  "Name a script, the directory of a converted CLI app, or the JSON that `zapier-platform convert --json` reads.";

/**
 * Reads what is to be adopted: a script, with the Web Builder's dump beside it if there is one; the directory of a converted CLI app, or
 * of a dump with its script; or the JSON of `zapier-platform convert --json`.
 *
 * @param metadata - a file with metadata, or a directory with a dump
 */
export function readAdoptionSource(given: string, metadata?: string): AdoptionSource {
  const found = isDirectory(given)
    ? fromDirectory(given)
    : given.endsWith(".json")
      ? fromJson(given)
      : fromScript(given);
  if (metadata === undefined) return found;
  return { ...found, metadata: partOf(readGivenMetadata(metadata, metadataHint)), metadataFrom: metadata };
}

function isDirectory(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function scriptText(file: string): string {
  return readText({ file, what: "the script", hint }).replace(/\r\n?/g, "\n");
}

function fromScript(file: string): AdoptionSource {
  return { file, text: scriptText(file), ...dumpIn(dirname(file)) };
}

function fromDirectory(directory: string): AdoptionSource {
  if (existsSync(join(directory, "index.js")) && existsSync(join(directory, "scripting.js"))) {
    const file = join(directory, "scripting.js");
    const definition = definitionOfApp(directory);
    const metadata = metadataOfDefinition(definition);
    return { file, text: scriptText(file), metadata, metadataFrom: join(directory, "index.js") };
  }
  return fromScript(join(directory, scriptIn(directory)));
}

/** The name of the script in a directory: `scripting.js`, or the only one. */
function scriptIn(directory: string): string {
  const scripts = readdirSync(directory)
    .filter((name) => name.endsWith(".js"))
    .sort();
  if (scripts.includes("scripting.js")) return "scripting.js";
  const [only, ...others] = scripts;
  if (only === undefined)
    throw new Failure(`Failed to adopt ${directory}: there is no script in it.`, {
      hint: `Put the script into it as scripting.js. ${hint}`,
    });
  if (others.length > 0)
    throw new Failure(
      `Failed to adopt ${directory}: it holds ${scripts.length} scripts, and none is scripting.js.`,
      { hint: `Name the script: ${join(directory, only)}, say.` },
    );
  return only;
}

/** The JSON of `zapier-platform convert --json`. Source: docs/platform.md, "A converted CLI app". */
function fromJson(file: string): AdoptionSource {
  const given = readJson({ file, what: "the definition", hint }) as {
    readonly definition_override?: CliAppDefinition;
  } & CliAppDefinition;
  const definition = given?.definition_override ?? given;
  const text = definition?.legacy?.scriptingSource;
  if (typeof text !== "string")
    throw new Failure(`Failed to adopt ${file}: its \`legacy\` has no \`scriptingSource\`.`, { hint });
  return {
    file,
    text: text.replace(/\r\n?/g, "\n"),
    metadata: metadataOfDefinition(definition),
    metadataFrom: file,
  };
}

function dumpIn(directory: string): Pick<AdoptionSource, "metadata" | "metadataFrom"> {
  const files = dumpParts.map((part) => [part, join(directory, `${part}.json`)] as const);
  const there = files.filter(([, file]) => existsSync(file));
  // One file of such a name may be another's.
  if (!there.some(([part]) => part === "general" || part === "triggers")) return { metadata: {} };
  const dump = {
    general: {},
    ...Object.fromEntries(there.map(([part, file]) => [part, readJson({ file, what: "the metadata" })])),
  };
  if (!isDump(dump)) return { metadata: {} };
  return { metadata: metadataOfDump(dump), metadataFrom: there.map(([part]) => `${part}.json`).join(", ") };
}

const metadataHint = "Name metadata.json, or the directory with the Web Builder's files.";

function partOf(read: ReadMetadata): Partially<Metadata> {
  return "whole" in read ? read.whole : read.partial;
}
