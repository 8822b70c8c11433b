import type { EncodedSourceMap } from "@jridgewell/remapping";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Cache } from "../cache.ts";
import type { KeptByNumber } from "../lowering/mark-comments.ts";
import { packageOf } from "../packages/package-of.ts";
import type { Source } from "../source.ts";

/** One module as the bundler reads it. */
export interface LoweredModule {
  /**
   * In ES5 but for `import` and `export`. Empty where a trap is an error, but of a package, which may have it where it is
   * not bundled.
   */
  readonly code: string;
  /** Where the code comes from. */
  readonly map: EncodedSourceMap;
  /** The comments that the marks in the code stand for. */
  readonly kept: KeptByNumber;
  /** All names in the code. */
  readonly names: readonly string[];
  readonly traps: readonly Diagnostic[];
}

/** A module as it was lowered, and as it is written. */
export interface BundledModule extends LoweredModule, Pick<Source, "path" | "text"> {}

/** What a build reads, by the paths that the bundler knows it by. */
export type Modules = Map<string, BundledModule>;

/**
 * Looks for traps in one module and lowers it, or remembers what came of it: then neither the compiler nor the parser is
 * loaded.
 *
 * @param metadata - the name of the metadata to take out
 * @param after - what comes first, unless it is remembered
 */
export function loweredModule(
  source: Source,
  metadata: string | undefined,
  { cache, after }: { readonly cache: Cache; readonly after?: Promise<void> },
): Promise<LoweredModule> {
  return cache.recall(["lowered", source.path, metadata ?? "", source.text], async () => {
    await after;
    const { findTraps } = await import("../traps/traps.ts");
    const traps = findTraps(source);
    const isOfPackage = packageOf(source.path) !== undefined;
    if (!isOfPackage && traps.some(({ severity }) => severity === "error")) return { ...nothing, traps };
    const { lower } = await import("../lower.ts");
    const lowered = lower(source, metadata);
    return { ...lowered, names: [...new Set(lowered.code.match(name))], traps };
  });
}

// Beyond ASCII there are other characters, too, but none beside a name. To tell them apart by `\p{L}` takes much longer.
const name = /[A-Za-z_$\u0080-\uffff][\w$\u0080-\uffff]*/g;

const nothing: Omit<LoweredModule, "traps"> = {
  code: "",
  map: { version: 3, names: [], sources: [], mappings: "" },
  kept: {},
  names: [],
};
