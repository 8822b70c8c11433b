import { notAsItsSchema } from "../built/metadata-file.ts";
import type { ReadMetadata } from "../inference/given-metadata.ts";
import { type Addition, completeMetadata } from "../inference/infer-metadata.ts";
import { ScriptSyntaxError } from "../inference/parse-script.ts";
import { readScript, withMethods } from "../inference/read-script.ts";
import type { Field, Metadata } from "../model/definitions.ts";
import { DataFailure } from "../model/failure.ts";
import { validateMetadata } from "../model/validate.ts";
import type { Methods } from "./protocol.ts";

/** Metadata, and the parts that nobody has declared. */
export interface LoadedMetadata {
  readonly metadata: Metadata;
  /** The values that were inferred from the script. Empty where the metadata said everything. */
  readonly additions: readonly Addition[];
  /** The fields that were inferred; undefined where the metadata said everything. */
  readonly inferred?: ReadonlySet<Field>;
}

export const buildIt =
  "`zapc build` writes both files. Name others with `--dist DIR` or, in a test, with `script` and `metadata`.";

/** Completes metadata by what the script says. */
export function completedBy(
  { source, methods }: { readonly source: string; readonly methods: Methods },
  read: ReadMetadata,
): LoadedMetadata {
  if ("whole" in read) return { metadata: read.whole, additions: [] };
  const reading = withMethods(readingOf(source), Object.keys(methods));
  const { metadata, additions, fields } = completeMetadata(read.partial, reading);
  const errors = validateMetadata(metadata).filter(({ path }) => !isTolerated(path, metadata));
  if (errors.length > 0)
    throw notAsItsSchema(errors, { file: read.from, what: "the metadata", hint: buildIt });
  return { metadata, additions, inferred: new Set(fields) };
}

function readingOf(source: string) {
  try {
    return readScript(source);
  } catch (error) {
    if (!(error instanceof ScriptSyntaxError) && !(error instanceof RangeError)) throw error;
    throw new DataFailure(`Failed to infer the metadata from the script: ${error.message}.`, {
      hint: "Name a file with the metadata: --metadata FILE or, in a test, `metadata`.",
    });
  }
}

/** The errors of our schema that the platform has no objection to: an address may begin with a variable. */
function isTolerated(path: string, metadata: Metadata): boolean {
  const value = path
    .split("/")
    .slice(1)
    .reduce<unknown>((at, name) => (at as { [name: string]: unknown } | undefined)?.[name], metadata);
  return /url$/.test(path) && typeof value === "string" && value.startsWith("{{");
}
