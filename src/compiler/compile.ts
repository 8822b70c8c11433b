import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe } from "../metadata/describe.ts";
import type { Metadata } from "../model/definitions.ts";
import { type Diagnostic, Invalid } from "../model/diagnostic.ts";
import { packageRoot } from "../package-root.ts";
import { bundle } from "./bundle.ts";
import { check } from "./check.ts";
import { discover } from "./discover.ts";
import { unusedFiles } from "./unused-files.ts";
import { verify } from "./verify.ts";
import { type Es5Script, wrap } from "./wrap.ts";

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
 * @throws {Invalid} with everything that is wrong with the sources.
 */
export async function compile(directory: string): Promise<Compiled> {
  const discovered = await discover(directory);
  const [typeErrors, bundled] = await Promise.all([check(discovered), bundle(discovered)]);
  // In sources that do not type-check, what the bundler cannot find follows from that.
  const bundlerFindings = bundled.diagnostics.filter(
    ({ code }) => code !== "bundle" || typeErrors.length === 0,
  );
  stopAt([...discovered.diagnostics, ...typeErrors, ...bundlerFindings]);

  const { metadata, diagnostics } = await describe(discovered);
  stopAt(diagnostics);

  const script = wrap(discovered, bundled, { ...metadata.app, compiler: await ownVersion() });
  verify(discovered, script);
  return { script, metadata, warnings: unusedFiles(discovered, bundled) };
}

function stopAt(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length > 0) throw new Invalid(diagnostics);
}

async function ownVersion(): Promise<string> {
  return JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8")).version;
}
