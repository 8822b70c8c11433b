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

/** The advice for a source that imports a module of Node.js. */
export const howToRequire =
  'Of Node.js, `require` gives buffer, crypto, querystring, url and util, inside a method; with `engine: "node"` in app.ts, any module.';

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
 * The packages that the `require` of today's runtime finds, and whether the simulator has them. Those that it does not have can be
 * required there, and fail the run when they are used. Source: the package.json of the runner and of core.
 */
export const runnerPackages = {
  "@xmldom/xmldom": "simulated",
  "@zapier/secret-scrubber": "not simulated",
  async: "simulated",
  "content-disposition": "simulated",
  dotenv: "not simulated",
  fernet: "not simulated",
  flat: "simulated",
  "form-data": "not simulated",
  jquery: "not simulated",
  jsdom: "not simulated",
  "json-schema-to-ts": "not simulated",
  lodash: "simulated",
  "mime-types": "simulated",
  moment: "simulated",
  "moment-timezone": "simulated",
  "node-abort-controller": "not simulated",
  "node-fetch": "simulated",
  "oauth-sign": "not simulated",
  request: "simulated",
  semver: "not simulated",
  synckit: "not simulated",
  underscore: "simulated",
  "zapier-platform-core": "not simulated",
  "zapier-platform-legacy-scripting-runner": "not simulated",
  "zapier-platform-schema": "not simulated",
} as const;

/** Tells whether a script's `require` finds a package, or a file of one (`lodash/get`), on today's runtime. */
export function isOfRunner(name: string): boolean {
  return Object.hasOwn(runnerPackages, packageIn(name));
}

/** `lodash/get` -> `lodash` */
export function packageIn(name: string): string {
  return /^(?:@[^/]*\/)?[^/]*/.exec(name)?.[0] ?? "";
}

/** The packages that those depend on, none of which the simulator has. Assumed: npm installs them where `require` finds them. */
export const packagesOfRunnerPackages: readonly string[] = (
  "@babel/runtime abab acorn acorn-globals ajv asn1 assert-plus async-function async-generator-function asynckit " +
  "available-typed-arrays aws-sign2 aws4 bcrypt-pbkdf browser-request call-bind call-bind-apply-helpers " +
  "call-bound caseless cipher-base combined-stream core-util-is create-hash crypto-js cssom cssstyle dashdash " +
  "deep-is define-data-property delayed-stream dom-serializer domelementtype domhandler domutils dunder-proto " +
  "ecc-jsbn entities es-define-property es-errors es-object-atoms es-set-tostringtag escodegen esprima estraverse " +
  "esutils extend extsprintf fast-deep-equal fast-json-stable-stringify fast-levenshtein for-each forever-agent " +
  "function-bind generator-function get-intrinsic get-proto getpass gopd har-schema har-validator " +
  "has-property-descriptors has-symbols has-tostringtag hash-base hasown htmlparser2 http-signature inherits " +
  "is-callable is-typed-array is-typedarray isarray isstream jsbn json-metaschema json-schema " +
  "json-schema-traverse json-stringify-safe jsonschema jsprim levn lodash.isplainobject math-intrinsics md5.js " +
  "mime-db nwmatcher optionator parse5 performance-now possible-typed-array-names prelude-ls process-nextick-args " +
  "psl qs readable-stream ripemd160 safe-buffer safer-buffer set-function-length sha.js sshpk symbol-tree " +
  "to-buffer tough-cookie tr46 ts-algebra tslib tunnel-agent tweetnacl type-check typed-array-buffer uri-js " +
  "urlsafe-base64 util-deprecate uuid verror webidl-conversions whatwg-url whatwg-url-compat which-typed-array " +
  "word-wrap xml-name-validator"
).split(" ");

/** The files of the runner that a script can require by their path: `./bundle`. Source: the runner's package. */
export const runnerFiles: readonly string[] =
  "$ atob btoa bundle exceptions file index middleware-factory package.json request-worker zfactory".split(
    " ",
  );
