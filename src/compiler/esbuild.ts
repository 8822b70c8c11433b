import { build as buildWithEsbuild } from "esbuild";

// How much of it may be garbage before esbuild's process looks for that, in percent of what is none. A build is over by
// then: by the default it looks several times, and is slower by a third.
process.env.GOGC ??= "800";

/** esbuild's `build`. */
export const build: typeof buildWithEsbuild = buildWithEsbuild;
