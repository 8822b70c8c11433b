import { build, buildSync, initialize } from "esbuild";

export { build, buildSync };

/** Starts esbuild's process while there is other work: until it has started, what is asked of it waits. */
export function startEsbuild(): void {
  // How much may be garbage before it looks for that, in percent of what is none. A build is over by then: by the default it
  // looks several times, and is slower by a third.
  process.env.GOGC ??= "800";
  // Where it cannot start, the build says so.
  initialize({}).catch(() => {});
}
