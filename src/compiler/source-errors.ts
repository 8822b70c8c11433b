import { misshapenMetadata } from "../metadata/describe.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Cache } from "../source/cache.ts";
import type { Discovered } from "../source/discover.ts";
import { valuesOfZapc } from "../source/discovering/zapc-imports.ts";
import type { Bundled } from "./bundle/bundle.ts";
import { unusedFiles } from "./unused-files.ts";

interface BundledSources {
  readonly discovered: Discovered;
  readonly bundled: Bundled;
}

interface CheckedSources extends BundledSources {
  readonly typeErrors: readonly Diagnostic[];
  /** Verdicts on packages that need features which the platform does not have. */
  readonly missing: readonly Diagnostic[];
}

/** All errors in the sources, and those of the metadata that its schema finds; empty where the sources are right. */
export async function sourceErrors(checked: CheckedSources, cache: Cache): Promise<readonly Diagnostic[]> {
  const { discovered, bundled, typeErrors, missing } = checked;
  const errors = [
    ...discovered.diagnostics.filter(isError),
    ...unusedFiles(discovered, bundled).filter(isError),
    ...(await valuesInShared(checked, cache)),
    ...typeErrors,
    ...unreportedSyntaxErrors(discovered, typeErrors),
    ...bundled.diagnostics.filter(isError),
    ...missing.filter(isError),
  ];
  if (errors.length === 0) return [];
  const { withoutConsequences } = await import("./checking/cascading-errors.ts");
  return withoutConsequences(discovered, [...errors, ...(await misshapenMetadata(discovered, cache))]);
}

export function sourceWarnings({ discovered, bundled }: BundledSources): Diagnostic[] {
  return [...discovered.diagnostics, ...bundled.diagnostics, ...unusedFiles(discovered, bundled)];
}

/** Values of zapc in the files that declarations import. */
async function valuesInShared({ discovered, bundled }: BundledSources, cache: Cache): Promise<Diagnostic[]> {
  const shared = discovered.others.filter((source) =>
    bundled.inputs.some(({ path }) => path === source.path),
  );
  const found = shared.map((source) =>
    cache.recall(["values of zapc", source.path, source.text], () => valuesOfZapc(source)),
  );
  return (await Promise.all(found)).flat();
}

/** Syntax that TypeScript accepts and our parser does not: nothing is known of such a file, so it cannot be built. */
function unreportedSyntaxErrors(
  { syntaxErrors }: Discovered,
  typeErrors: readonly Diagnostic[],
): Diagnostic[] {
  const reported = new Set(typeErrors.map(({ file }) => file));
  return syntaxErrors.filter(({ file }) => !reported.has(file));
}

export function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
