import { dirname } from "node:path";
import { readJson } from "../input/read-json.ts";
import type { GivenFile } from "../input/read-text.ts";
import type { Metadata } from "../model/definitions.ts";
import { DataFailure, Failure } from "../model/failure.ts";
import { type SchemaError, validateMetadata } from "../model/validate.ts";
import { METADATA_FORMAT } from "../output/generator.ts";
import { completeWrites } from "../output/journal.ts";
import { signatureOf } from "./signature.ts";

/** Each entry brings a metadata.json of an earlier format one further. Files of the first formats do not say theirs. */
const upgrades: readonly ((metadata: object) => object)[] = [
  // The first zapc knew triggers only.
  (metadata) => ({ hydrators: [], actions: [], searches: [], ...metadata }),
];

/**
 * Reads a metadata.json of this or an earlier zapc, or one that somebody has written or edited.
 *
 * @throws {Failure} when there is none, when a later zapc wrote it, or when it does not match its schema: with the path of each
 * mistake and the allowed values.
 */
export function readMetadata(given: GivenFile): Metadata {
  completeWrites(dirname(given.file));
  return metadataOf(readJson(given), given);
}

/**
 * Checks metadata, and brings it to the present format.
 *
 * @throws {Failure} as `readMetadata`.
 */
export function metadataOf(value: unknown, given: GivenFile): Metadata {
  const { metadata, errors } = checkedMetadata(value, given);
  if (errors.length > 0) throw notAsItsSchema(errors, given);
  return metadata as Metadata;
}

/**
 * Metadata in the present format, and what its schema does not allow.
 *
 * @throws {Failure} when a later zapc wrote it.
 */
export function checkedMetadata(
  value: unknown,
  given: GivenFile,
): { readonly metadata: unknown; readonly errors: readonly SchemaError[] } {
  refuseLaterFormat(value, given);
  const { format } = Object(value);
  const metadata = isObject(value) ? upgradesFrom(format).reduce((it, upgrade) => upgrade(it), value) : value;
  return { metadata, errors: validateMetadata(metadata) };
}

/** Names each mistake by its path, with the allowed values. */
export function notAsItsSchema(errors: readonly SchemaError[], { file, what, hint }: GivenFile): DataFailure {
  const findings = errors.map(({ path, message }) => `\n  ${path}: ${message}`).join("");
  return new DataFailure(
    `Failed to read ${what} from ${file}: it is not as its schema says.${findings}`,
    hint === undefined ? {} : { hint },
  );
}

/**
 * Refuses metadata whose format this zapc does not know.
 *
 * @throws {Failure} when a later zapc wrote it.
 */
function refuseLaterFormat(value: unknown, { file, what }: GivenFile): void {
  const { format = 0, generator = "another program" } = Object(value);
  if (!Number.isInteger(format) || format <= METADATA_FORMAT) return;
  const why = `its format is ${format}, and this zapc reads formats up to ${METADATA_FORMAT}. It was written by ${generator}.`;
  throw new Failure(`Failed to read ${what} from ${file}: ${why}`, {
    hint: "Use the version of zapc that wrote it, or a later one.",
  });
}

/** The upgrades that a file of this format still needs. */
function upgradesFrom(format: unknown): typeof upgrades {
  return upgrades.slice(typeof format === "number" && format > 0 ? format : 0);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A script and metadata that are used together. */
export interface Together {
  readonly script: { readonly file: string; readonly text: string };
  readonly metadata: { readonly file: string; readonly value: Pick<Metadata, "script"> };
}

/**
 * Checks that a script and metadata are of one build, as far as both say of which they are: a killed process or a merge may
 * leave a new file beside an old one. A script that was edited by hand after its build still belongs to its metadata.
 *
 * @throws {DataFailure} when they are of two builds.
 */
export function checkOneBuild({ script, metadata }: Together): void {
  const built = signatureOf(script.text)?.file;
  const belongsTo = metadata.value.script;
  if (built === undefined || belongsTo === undefined || built === belongsTo) return;
  const why = `it belongs to the zap.js with the hash ${belongsTo}, and ${script.file} has the hash ${built}`;
  throw new DataFailure(`Failed to use ${metadata.file} with ${script.file}: ${why}.`, {
    hint: 'Build both again: `zapc build`. To use them together all the same, remove "script" from the metadata.',
  });
}
