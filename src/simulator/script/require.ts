import type { Context } from "node:vm";
import {
  isModuleOfNode,
  isRequired,
  otherRunnerPackages,
  runnerPackages,
} from "../../model/required-modules.ts";
import type { Runtime } from "../runtime.ts";
import { makeFetch } from "./fetch.ts";
import type { ScriptHost } from "./host.ts";
import { loadInContext } from "./libraries.ts";
import type { Membrane } from "./membrane/membrane.ts";
import { bufferModule, nodeModule } from "./modules.ts";
import { nodeGlobal } from "./node-globals.ts";
import { inContext } from "./realm.ts";
import { makeRequestPackage } from "./request-package.ts";
import { makeSent } from "./sent-in-context.ts";
import { unsimulatedModule } from "./unsimulated-module.ts";
import { zFunctions } from "./z-functions.ts";

interface Scene {
  readonly context: Context;
  readonly membrane: Membrane;
  readonly host: ScriptHost;
  readonly runtime: Runtime;
}

type Package = (scene: Scene, global: (name: string) => unknown) => unknown;

const theGlobal =
  (name: string): Package =>
  (_, global) =>
    global(name);

const library =
  (file: string): Package =>
  ({ context }) =>
    loadInContext(context, file);

/** Those that are globals are the same objects. Source: runner, index.js, `compileLegacyScriptingSource`. */
const packages: { readonly [name in (typeof runnerPackages)[number]]: Package } = {
  underscore: theGlobal("_"),
  moment: theGlobal("moment"),
  "moment-timezone": theGlobal("moment"),
  async: theGlobal("async"),
  lodash: library("lodash"),
  flat: library("flat"),
  "@xmldom/xmldom": library("xmldom"),
  request: ({ context, membrane, host }) => {
    const functions = zFunctions(membrane, host);
    const sent = inContext(context, makeSent)(functions.notSimulated);
    return inContext(context, makeRequestPackage)(functions, sent);
  },
  "node-fetch": (scene) => nodeFetch(scene),
};

/**
 * The script's `require`.
 *
 * @param global - gives a global of the script
 */
export function makeRequire(scene: Scene, global: (name: string) => unknown): unknown {
  const { membrane } = scene;
  const required = new Map<string, unknown>();
  return membrane.toScript((name: unknown) => {
    const key = String(name);
    if (!required.has(key)) required.set(key, requireFor(scene, key, global));
    return membrane.own(required.get(key));
  });
}

function requireFor(scene: Scene, name: string, global: (name: string) => unknown): unknown {
  const { host, runtime } = scene;
  const module = nodeModule(name.replace(/^node:/, ""), scene);
  if (module) return module;
  const packageName = runnerPackages.find((it) => it === name);
  const known = packageName && packages[packageName];
  if (known && runtime === "converted") return known(scene, global);
  if (runtime === "converted" && isRequired(name, "node")) return unsimulatedModule(name, scene);
  const isThere =
    runtime === "legacy" ||
    isModuleOfNode(name) ||
    otherRunnerPackages.includes(name.replace(/(?<=\w)\/.*/, ""));
  // A path leads into the runner, or into its packages.
  if (isThere || known || /^[./]/.test(name) || Object.keys(packages).some((it) => name.startsWith(`${it}/`)))
    throw host.notSimulated(`require(${JSON.stringify(name)})`);
  throw Object.assign(new Error(`Cannot find module '${name}'`), {
    code: "MODULE_NOT_FOUND",
    requireStack: [],
  });
}

/** Source: npm `node-fetch` 2.6, lib/index.js. */
const nodeFetchHeaders = {
  accept: "*/*",
  "user-agent": "node-fetch/1.0 (+https://github.com/bitinn/node-fetch)",
  "accept-encoding": "gzip,deflate",
};

function nodeFetch(scene: Scene): unknown {
  const { context, membrane, host } = scene;
  const fetch = membrane.toScript(makeFetch(host, nodeFetchHeaders));
  const { Buffer } = bufferModule(scene).module as { readonly Buffer: typeof globalThis.Buffer };
  const types = ["Headers", "Request", "Response"].map((name) => nodeGlobal(name, scene));
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
