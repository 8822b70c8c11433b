/** The modules of Node.js that the platform's `require` gives. Source: globals/require.d.ts. */
export const requiredModules = ["buffer", "crypto", "querystring", "url", "util"] as const;

/**
 * Those that a script whose app says `engine: "node"` can have, too: the simulator's converted runtime has them, and no access to
 * files, processes or the network. Source: src/simulator/script/modules.ts.
 */
export const modulesOfNode = [...requiredModules, "assert", "path", "string_decoder", "zlib"] as const;
