import { isBuiltin } from "node:module";
import type { App } from "./definitions/app.ts";

/** The modules of Node.js that the platform's `require` gives on both runtimes. Source: globals/require.d.ts. */
export const requiredModules = ["buffer", "crypto", "querystring", "url", "util"] as const;

/**
 * Tells whether `require` gives a module to a script of an engine. The converted runtime's gives the modules that every Node.js has.
 * Assumed: a module that is known under `node:` only, such as `node:sqlite`, depends on the version. Source: docs/platform.md,
 * "Two runtimes".
 */
export function isRequired(name: string, engine: NonNullable<App["engine"]>): boolean {
  return engine === "node"
    ? isBuiltin(name.replace(/^node:/, ""))
    : requiredModules.some((it) => it === name);
}

/** Tells whether a name means a module of Node.js, be it one that only newer ones have: `node:sqlite`. */
export function isModuleOfNode(name: string): boolean {
  return name.startsWith("node:") || isBuiltin(name);
}

/** `node:fs` -> `fs`, but `node:sqlite`, which has no other name */
export function nameOfModule(name: string): string {
  const bare = name.replace(/^node:/, "");
  return isBuiltin(bare) ? bare : name;
}

/**
 * The packages beside the runner, which the `require` of today's runtime finds, and the simulator has. Source: runner, package.json.
 */
export const runnerPackages = [
  ...([
    "underscore",
    "moment",
    "moment-timezone",
    "async",
    "lodash",
    "flat",
    "@xmldom/xmldom",
    "request",
  ] as const),
  "node-fetch",
] as const;

/** Others beside it, which the simulator does not have. Source: runner and core, package.json. */
export const otherRunnerPackages: readonly string[] = [
  ...["form-data", "jquery", "jsdom", "synckit", "zapier-platform-core", "zapier-platform-schema"],
  ...["zapier-platform-legacy-scripting-runner", "@zapier/secret-scrubber", "content-disposition", "dotenv"],
  ...["fernet", "json-schema-to-ts", "mime-types", "node-abort-controller", "oauth-sign", "semver"],
];

/** Tells whether a script's `require` finds a package of that name on today's runtime. */
export function isOfRunner(name: string): boolean {
  return [...runnerPackages, ...otherRunnerPackages].includes(name);
}
