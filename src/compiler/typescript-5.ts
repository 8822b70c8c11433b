import type typescript from "typescript-5";
import { type asked, bundledTypescript } from "../../bin/bundle-typescript.mjs";
import { requireCompiled } from "../../bin/require-compiled.mjs";
import { packageRoot } from "../package-root.ts";

const file = bundledTypescript(packageRoot);

/**
 * TypeScript 5.9, which still lowers to ES5. Its nodes have nothing of what only the language service gives them: an
 * identifier has `idText` and no `text`, and no node has methods.
 */
export const ts: Pick<typeof typescript, (typeof asked)[number]> = requireCompiled(
  file,
  file.replace(/cjs$/, "compiled"),
);
