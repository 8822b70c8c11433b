import { createRequire } from "node:module";
import type typescript from "typescript-5";

/**
 * TypeScript 5.9, which still lowers to ES5. Required rather than imported: to find the exports of its 9 MB of CommonJS,
 * an `import` takes longer than all the rest of a build.
 */
export const ts: typeof typescript = createRequire(import.meta.url)("typescript-5");
