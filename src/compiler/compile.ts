import { describe } from "../metadata/describe.ts";
import type { Metadata } from "../model/definitions.ts";
import { type Diagnostic, Invalid } from "../model/diagnostic.ts";
import { ownVersion } from "../package-root.ts";
import { Cache } from "../source/cache.ts";
import { type Discovered, discover } from "../source/discover.ts";
import { analyze } from "./analyze/analyze.ts";
import { implicitGlobals } from "./analyze/implicit-globals.ts";
import { Bundler } from "./bundle/bundle.ts";
import { check } from "./check.ts";
import { grouped, withImplicitGlobals } from "./checking/javascript.ts";
import type { Dump } from "./dump.ts";
import { calculatedEngine } from "./engine-node.ts";
import { lower } from "./lower/lower.ts";
import { packageDiagnostics } from "./packages/package-diagnostics.ts";
import { print } from "./print/print.ts";
import { isError, sourceErrors, sourceWarnings } from "./source-errors.ts";
import { verify } from "./verify.ts";
import { type Es5Script, wrap } from "./wrap.ts";

/** The output of a scripting directory. */
export interface Compiled {
  readonly discovered: Discovered;
  readonly script: Es5Script;
  readonly metadata: Metadata;
  readonly warnings: readonly Diagnostic[];
}

export interface CompileOptions {
  /** Has bundled for earlier builds, too. */
  readonly bundler?: Bundler | undefined;
  /** Receives the text of each module after each phase. */
  readonly dump?: Dump | undefined;
  /** Gets the build while the type-check and the verification still run, which may find errors in it yet. */
  readonly drafted?: ((draft: Draft) => Promise<void>) | undefined;
}

/** A build that is neither verified nor type-checked yet. */
export type Draft = Omit<Compiled, "warnings">;

/**
 * Compiles a scripting directory, phase by phase. Writes nothing.
 *
 * @param cache - the results of earlier builds
 * @throws {Invalid} with all errors in the sources.
 */
export async function compile(
  directory: string,
  cache = new Cache(),
  { bundler = new Bundler(), dump, drafted }: CompileOptions = {},
): Promise<Compiled> {
  const discovered = await discover(directory, cache);
  const { checking, describing } = startBeside(discovered, cache);
  const bundled = await bundler.bundle(discovered, cache);
  const analyzed = await analyze(bundled, cache);
  const lowered = await lower(analyzed, cache);
  dump?.lowered(lowered);
  const printed = await print(lowered, cache);
  dump?.printed(printed);

  const described = await describing;
  const { app } = described.value?.metadata ?? { app: { title: "", version: "" } };
  const script = wrap(discovered, { bundled, printed, header: { ...app, compiler: ownVersion } });
  // Long scripts are parsed beside this thread, which makes the draft meanwhile.
  const verifying = settled(verify(discovered, script, cache));
  // The names of a module with a defect are not in the script, and would count as missing.
  const hasDefects = printed.defects.length > 0;
  const missing = hasDefects ? [] : await packageDiagnostics({ discovered, bundled, script }, cache);
  const draft = described.value && { discovered, script, metadata: described.value.metadata };
  const drafting = settled(Promise.resolve(draft && drafted?.(draft)));
  const types = withImplicitGlobals(await checking, implicitGlobals(analyzed));
  const typeErrors = types.filter(isError);
  const errors = await sourceErrors({ discovered, bundled, missing, typeErrors }, cache);
  if (errors.length > 0) throw new Invalid(errors);
  if (hasDefects) throw new Invalid(printed.defects);
  const hazards = (await verifying).orThrow();
  (await drafting).orThrow();

  const { metadata, diagnostics } = described.orThrow();
  if ((metadata.app.engine ?? "es5") !== discovered.engine) throw new Invalid([calculatedEngine(discovered)]);
  const found = [...types, ...sourceWarnings({ discovered, bundled }), ...missing, ...hazards];
  const warnings = [...diagnostics, ...grouped(found)];
  if (diagnostics.some(isError)) throw new Invalid(warnings);
  return { discovered, script, metadata, warnings };
}

/**
 * Starts the work that needs nothing but the sources: TypeScript checks them in a process of its own, which takes longer than all
 * other phases together, and the metadata is bundled in that of esbuild.
 */
function startBeside(discovered: Discovered, cache: Cache) {
  return { checking: check(discovered, cache), describing: settled(describe(discovered, cache)) };
}

/** The value of a promise, or the error that it was rejected with: errors in the sources matter more. */
interface Settled<T> {
  readonly value: T | undefined;
  readonly orThrow: () => T;
}

function settled<T>(promise: Promise<T>): Promise<Settled<T>> {
  const succeeded = (value: T): Settled<T> => ({ value, orThrow: () => value });
  const failed = (error: unknown): Settled<T> => ({
    value: undefined,
    orThrow: () => {
      throw error;
    },
  });
  return promise.then(succeeded, failed);
}
