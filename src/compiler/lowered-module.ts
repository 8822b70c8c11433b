import type { Diagnostic } from "../model/diagnostic.ts";
import type { Cache } from "./cache.ts";
import type { KeptByNumber } from "./mark-comments.ts";
import { packageOf } from "./packages/package-of.ts";
import type { Source } from "./source.ts";

/** One module as the bundler reads it. */
export interface LoweredModule {
  /**
   * In ES5 but for `import` and `export`, with its source map in a comment. Empty where a trap is an error,
   * but of a package, which may have it where it is not bundled.
   */
  readonly code: string;
  readonly kept: KeptByNumber;
  readonly traps: readonly Diagnostic[];
}

/**
 * Looks for traps in one module and lowers it, or remembers what came of it: then neither the compiler nor the parser is
 * loaded.
 *
 * @param metadata - the name of the metadata to take out
 */
export function loweredModule(
  source: Source,
  metadata: string | undefined,
  cache: Cache,
): Promise<LoweredModule> {
  return cache.recall(["lowered", source.path, metadata ?? "", source.text], async () => {
    const { findTraps } = await import("./traps.ts");
    const traps = findTraps(source);
    const isOfPackage = packageOf(source.path) !== undefined;
    if (!isOfPackage && traps.some(({ severity }) => severity === "error"))
      return { code: "", kept: {}, traps };
    const { lower } = await import("./lower.ts");
    const { code, map, kept } = lower(source, metadata);
    const inlined = Buffer.from(JSON.stringify(map)).toString("base64");
    return { code: `${code}//# sourceMappingURL=data:application/json;base64,${inlined}`, kept, traps };
  });
}
