import type { Metadata } from "../model/definitions.ts";
import { DataFailure } from "../model/failure.ts";
import { signatureOf } from "./signature.ts";

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
