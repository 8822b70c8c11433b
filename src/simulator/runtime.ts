/**
 * The engine that runs the script. Source: docs/platform.md, "Two runtimes".
 *
 * - `converted`: today's, which is the package zapier-platform-legacy-scripting-runner.
 * - `legacy`: the Web Builder's own, as its documentation has it.
 */
export type Runtime = "converted" | "legacy";

export const runtimes: readonly Runtime[] = ["converted", "legacy"];
