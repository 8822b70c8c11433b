/** The modules of Node.js that the platform's `require` gives. Source: globals/require.d.ts. */
export const requiredModules = ["buffer", "crypto", "querystring", "url", "util"] as const;
