import { createRequire } from "node:module";
import { normalize } from "node:path/posix";
import {
  isModuleOfNode,
  isOfRunner,
  isRequired,
  packageIn,
  packagesOfRunnerPackages,
  runnerFiles,
  type runnerPackages,
} from "../../model/required-modules.ts";
import { makeFetch } from "./fetch.ts";
import { fileInPackage, loadInContext } from "./libraries.ts";
import { bufferModule, nodeModule } from "./modules.ts";
import { nodeGlobal } from "./node-globals.ts";
import { inContext } from "./realm.ts";
import type { RealmParts } from "./realm-parts.ts";
import { makeRequestPackage, makeSent } from "./request-package.ts";
import { makeUnavailable, unsimulatedModule, unsimulatedPackage } from "./unsimulated-module.ts";
import { zFunctions } from "./z-functions.ts";

type Package = (realm: RealmParts, global: (name: string) => unknown) => unknown;

type SimulatedPackage = {
  [name in keyof typeof runnerPackages]: (typeof runnerPackages)[name] extends "simulated" ? name : never;
}[keyof typeof runnerPackages];

const theGlobal =
  (name: string): Package =>
  (_, global) =>
    global(name);

const library =
  (file: string): Package =>
  ({ context }) =>
    loadInContext(context, file);

/** Those that are globals are the same objects. Source: runner, index.js, `compileLegacyScriptingSource`. */
const packages: { readonly [name in SimulatedPackage]: Package } = {
  underscore: theGlobal("_"),
  moment: theGlobal("moment"),
  "moment-timezone": theGlobal("moment"),
  async: theGlobal("async"),
  lodash: library("lodash"),
  flat: library("flat"),
  "mime-types": library("mime-types"),
  "content-disposition": library("content-disposition"),
  "@xmldom/xmldom": library("xmldom"),
  request: ({ context, membrane, host }) => {
    const functions = zFunctions(membrane, host);
    const sent = inContext(context, makeSent)(functions.notSimulated);
    return inContext(context, makeRequestPackage)(functions, sent);
  },
  "node-fetch": (realm) => nodeFetch(realm),
};

/** Files of packages that a script can require by themselves. The first row whose `of` matches the file gives its package. */
const files: readonly { readonly of: RegExp; readonly load: (part: string) => Package }[] = [
  { of: /^lodash\/fp\.js$/, load: () => library("lodash-fp") },
  { of: /^lodash\/fp\/(\w+)\.js$/, load: (name) => member(library("lodash-fp"), name) },
  { of: /^lodash\/(\w+)\.js$/, load: (name) => member(packages.lodash, name) },
  { of: /^async\/(\w+)\.js$/, load: (name) => member(packages.async, name) },
  {
    of: /^moment\/locale\/([\w-]+)\.js$/,
    load:
      (language) =>
      ({ context }, global) =>
        inContext(context, useLanguage)(global("moment") as never, language),
  },
];

/** A member of a package, where it has the member. */
const member =
  (of: Package, name: string): Package =>
  (realm, global) => {
    const all = of(realm, global) as { readonly [name: string]: unknown };
    return Object.hasOwn(all, name) ? all[name] : undefined;
  };

/** Made inside the context: see `inContext`. A language's file exports nothing. */
function useLanguage(moment: { locale(name: string): void }, language: string): object {
  moment.locale(language);
  return {};
}

/**
 * The script's `require`.
 *
 * @param global - gives a global of the script
 */
export function makeRequire(realm: RealmParts, global: (name: string) => unknown): unknown {
  const { membrane } = realm;
  const required = new Map<string, unknown>();
  const require = membrane.toScript((name: unknown) => {
    // Node.js says what is wrong with it.
    if (typeof name !== "string" || name === "") return createRequire("/")(name as string);
    if (!required.has(name)) required.set(name, requireFor(realm, name, global));
    return membrane.own(required.get(name));
  });
  const { host, context, runtime } = realm;
  const refuse = membrane.toScript((name: string): never => {
    throw host.notSimulated(`require.${name}`);
  });
  const members = { refuse, unavailable: inContext(context, makeUnavailable) };
  if (runtime === "converted") inContext(context, addMembers)(require, members);
  return require;
}

interface RequireMembers {
  readonly refuse: (name: string) => never;
  readonly unavailable: typeof makeUnavailable;
}

/** Made inside the context: see `inContext`. */
function addMembers(require: object, { refuse, unavailable }: RequireMembers): void {
  const add = (object: object, name: string, value: unknown) =>
    Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  for (const name of ["resolve", "main", "cache"])
    add(
      require,
      name,
      unavailable(() => refuse(name)),
    );
  // Packages add their own kind of file to them.
  const extensions: object = Object.create(null);
  for (const kind of [".js", ".json", ".node"])
    add(
      extensions,
      kind,
      unavailable(() => refuse("extensions")),
    );
  add(require, "extensions", extensions);
}

function requireFor(realm: RealmParts, name: string, global: (name: string) => unknown): unknown {
  const { host, runtime } = realm;
  const module = nodeModule(name.replace(/^node:/, ""), realm);
  if (module) return module;
  // Assumed: nobody knows which others the legacy runtime had.
  if (runtime === "legacy") throw host.notSimulated(`require(${JSON.stringify(name)})`);
  if (isRequired(name, "node")) return unsimulatedModule(name, realm);
  const simulated = simulatedPackage(name)?.(realm, global);
  if (simulated !== undefined) return simulated;
  if (isThere(name)) return unsimulatedPackage(name, realm);
  throw Object.assign(new Error(`Cannot find module '${name}'`), {
    code: "MODULE_NOT_FOUND",
    requireStack: [],
  });
}

function simulatedPackage(name: string): Package | undefined {
  if (isSimulated(name)) return packages[name];
  const file = fileInPackage(name) ?? "";
  for (const { of, load } of files) {
    const [, part] = of.exec(file) ?? [];
    if (of.test(file)) return load(part ?? "");
  }
  return undefined;
}

function isSimulated(name: string): name is SimulatedPackage {
  return Object.hasOwn(packages, name);
}

/** Tells whether the platform has a module that the simulator does not have. */
function isThere(name: string): boolean {
  const inPackage = packageIn(name);
  if (isModuleOfNode(name) || packagesOfRunnerPackages.includes(inPackage)) return true;
  if (isSimulated(inPackage)) return fileInPackage(name) !== undefined;
  return isOfRunner(name) || isFileOfRunner(name);
}

/** Tells whether a path leads to a file of the runner: `./bundle`, or `.` for its main file. */
function isFileOfRunner(path: string): boolean {
  if (!/^\.(?:\/|$)/.test(path)) return false;
  const file = normalize(path).replace(/\/$/, "");
  return file === "." || runnerFiles.some((it) => it === file || `${it}.js` === file);
}

/** Source: npm `node-fetch` 2.6, lib/index.js. */
const nodeFetchHeaders = {
  accept: "*/*",
  "user-agent": "node-fetch/1.0 (+https://github.com/bitinn/node-fetch)",
  "accept-encoding": "gzip,deflate",
};

function nodeFetch(realm: RealmParts): unknown {
  const { context, membrane, host } = realm;
  const fetch = membrane.toScript(makeFetch(host, nodeFetchHeaders));
  const { Buffer } = bufferModule(realm).module as { readonly Buffer: typeof globalThis.Buffer };
  const types = ["Headers", "Request", "Response"].map((name) => nodeGlobal(name, realm));
  return inContext(context, makeNodeFetch)(fetch as never, Buffer, types as never);
}

/** Made inside the context: see `inContext`. */
function makeNodeFetch(
  fetch: (...given: unknown[]) => Promise<Response>,
  Buffer: { from(bytes: unknown): unknown },
  [Headers, Request, Response]: [unknown, unknown, unknown],
): unknown {
  const nodeFetch = async (...given: unknown[]) => {
    const response = await fetch(...given);
    const buffer = async () => Buffer.from(await response.arrayBuffer());
    return Object.defineProperty(response, "buffer", { value: buffer });
  };
  return Object.assign(nodeFetch, { Headers, Request, Response, default: nodeFetch });
}
