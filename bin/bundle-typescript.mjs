// What of TypeScript 5.9 lowers, as one file: the language service and the server, which are a third of it, only take time to load.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

/** What zapc asks of TypeScript 5.9. */
export const asked = /** @type {const} */ ([
  "ModuleKind",
  "ScriptTarget",
  "SyntaxKind",
  "addSyntheticLeadingComment",
  "createProgram",
  "createSourceFile",
  "factory",
  "forEachChild",
  "getOriginalNode",
  "getSyntheticLeadingComments",
  "idText",
  "isBinaryExpression",
  "isCallExpression",
  "isConditionalExpression",
  "isDeleteExpression",
  "isElementAccessExpression",
  "isExpressionStatement",
  "isFunctionExpression",
  "isFunctionLike",
  "isIdentifier",
  "isLiteralExpression",
  "isNewExpression",
  "isObjectLiteralExpression",
  "isParenthesizedExpression",
  "isPartiallyEmittedExpression",
  "isPostfixUnaryExpression",
  "isPrefixUnaryExpression",
  "isPropertyAccessExpression",
  "isStringLiteral",
  "isStringLiteralLike",
  "isTaggedTemplateExpression",
  "isTemplateExpression",
  "isTypeOfExpression",
  "isVoidExpression",
  "setOriginalNode",
  "setSyntheticLeadingComments",
  "setTextRange",
  "skipPartiallyEmittedExpressions",
  "visitEachChild",
]);

/**
 * The file, a CommonJS module. Made once for each version of TypeScript.
 *
 * @param {string} root - the folder of this package
 * @returns {string}
 */
export function bundledTypescript(root) {
  const require = createRequire(`${root}/package.json`);
  const { version } = require("typescript-5/package.json");
  const hash = createHash("sha256")
    .update(readFileSync(`${root}/bin/bundle-typescript.mjs`))
    .digest("hex");
  const file = `${root}/.cache/typescript-${version}-${hash.slice(0, 8)}.cjs`;
  if (existsSync(file)) return file;
  const { buildSync } = require("esbuild");
  const { outputFiles } = buildSync({
    stdin: { contents: whatLowers(readFileSync(require.resolve("typescript-5"), "utf8")) },
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    legalComments: "inline",
    logLevel: "error",
    write: false,
  });
  mkdirSync(`${root}/.cache`, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, outputFiles[0].contents);
  renameSync(unfinished, file);
  return file;
}

// What stands above each of TypeScript's own files in typescript.js.
const heading = /^(?=\/\/ src\/\w+\/.*\.ts$)/m;

// typescript.js is a function, and what it begins with are helpers of its bundler.
const opening = "var ts = {}; ((module) => {\n";

const needed = /^\/\/ src\/compiler\//;

/**
 * What typescript.js begins with and its files that parse, bind, transform and emit; none of them needs the others.
 *
 * @param {string} text
 */
function whatLowers(text) {
  const [start, ...files] = text.split(heading);
  const kept = files.filter((file) => needed.test(file));
  return `${start.replace(opening, "")}${kept.join("")}\nexport { ${asked.join(", ")} };`;
}
