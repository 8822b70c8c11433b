import { describe, misshapenMetadata } from "../metadata/describe.ts";
import type { Metadata } from "../model/definitions.ts";
import { type Diagnostic, Invalid } from "../model/diagnostic.ts";
import { Bundler } from "./bundle.ts";
import { Cache } from "./cache.ts";
import { check } from "./check.ts";
import { type Discovered, discover } from "./discover.ts";
import { unusedFiles } from "./discovering/unused-files.ts";
import type { Es5Script } from "./wrap.ts";

/** What a scripting directory becomes. */
export interface Compiled {
  readonly script: Es5Script;
  readonly metadata: Metadata;
  readonly warnings: readonly Diagnostic[];
}

/**
 * Compiles a scripting directory: what it declares is discovered, checked and bundled, each module lowered to ES5 as it
 * is read, and the file that comes of it is verified. Writes nothing.
 *
 * @param cache - what earlier builds found out
 * @param bundler - one that earlier builds had, too, or another
 * @throws {Invalid} with everything that is wrong with the sources.
 */
export async function compile(
  directory: string,
  cache = new Cache(),
  bundler = new Bundler(),
): Promise<Compiled> {
  const discovered = await discover(directory, cache);
  // In the order in which what they give is needed.
  const { bundled: bundling, isLinking } = bundler.bundle(discovered, cache);
  const checking = check(discovered, cache);
  const describing = describe(discovered, cache);
  const loading = isLinking.then(() => import("./verified-script.ts"));
  // What is wrong with the metadata alone is told below, once nothing else is wrong.
  describing.catch(() => {});
  const finishing = Promise.all([loading, bundling, describing]).then(
    ([{ verifiedScript }, bundled, { metadata }]) =>
      verifiedScript(discovered, bundled, { app: metadata.app, cache }),
  );
  // It is made while the type-check runs. Whatever is wrong with the sources is told first.
  finishing.catch(() => {});
  const [typeErrors, bundled] = await Promise.all([checking, bundling]);
  const errors = [
    ...discovered.diagnostics,
    ...typeErrors,
    ...unreportedSyntaxErrors(discovered, typeErrors),
    ...bundled.diagnostics.filter(isError),
  ];
  if (errors.length > 0) await stopAtSources(discovered, errors, cache);

  const { metadata, diagnostics } = await describing.catch(async (error) => {
    // What stands beside metadata is evaluated with it: where that throws, so does zap.js, which matters more.
    const { verifiedScript } = await loading;
    await verifiedScript(discovered, bundled, { app: { title: "", version: "" }, cache });
    throw error;
  });
  const warnings = [...bundled.diagnostics, ...unusedFiles(discovered, bundled)];
  if (diagnostics.length > 0) throw new Invalid([...diagnostics, ...warnings]);

  return { script: await finishing, metadata, warnings };
}

/** Tells of what is wrong with the sources, and with the metadata as far as its schema can say. */
async function stopAtSources(
  discovered: Discovered,
  errors: readonly Diagnostic[],
  cache: Cache,
): Promise<never> {
  const { withoutConsequences } = await import("./checking/consequences.ts");
  const all = [...errors, ...(await misshapenMetadata(discovered, cache))];
  throw new Invalid(withoutConsequences(discovered, all));
}

/** What the type-check accepts and our parser does not: nothing is known of such a file, so it cannot be built. */
function unreportedSyntaxErrors(
  { syntaxErrors }: Discovered,
  typeErrors: readonly Diagnostic[],
): Diagnostic[] {
  const reported = new Set(typeErrors.map(({ file }) => file));
  return syntaxErrors.filter(({ file }) => !reported.has(file));
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
