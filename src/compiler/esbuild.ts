import { type BuildContext, type BuildOptions, build, buildSync, context, initialize } from "esbuild";

export { build, buildSync };

/** Starts esbuild's process while there is other work: until it has started, what is asked of it waits. */
export function startEsbuild(): void {
  // How much may be garbage before it looks for that, in percent of what is none. A build is over by then: by the default it
  // looks several times, and is slower by a third.
  process.env.GOGC ??= "800";
  // Where it cannot start, the build says so.
  initialize({}).catch(() => {});
}

/**
 * Builds as `build` does, but what esbuild has parsed before it does not parse again while the options are the same: those of
 * the first of such builds hold, with its plugins.
 */
export function rebuilding(): typeof build {
  let kept: { readonly key: string; readonly context: Promise<BuildContext> } | undefined;
  const rebuild = async (options: BuildOptions) => {
    const key = JSON.stringify(options);
    if (kept?.key !== key) {
      await (await kept?.context)?.dispose();
      kept = { key, context: context(options) };
    }
    return (await kept.context).rebuild();
  };
  return rebuild as typeof build;
}
