/** The modules of Node.js that the platform's `require` gives. Source: globals/require.d.ts. */
export const requiredModules = ["buffer", "crypto", "querystring", "url", "util"] as const;

/**
 * Those that a script whose app says `engine: "node"` can have, too: the simulator's converted runtime has them, and no access to
 * files, processes or the network. Source: src/simulator/script/modules.ts.
 */
export const modulesOfNode = [...requiredModules, "assert", "path", "string_decoder", "zlib"] as const;

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
