import assert from "node:assert";
import crypto from "node:crypto";
import path from "node:path";
import querystring from "node:querystring";
import string_decoder from "node:string_decoder";
import url from "node:url";
import util from "node:util";
import type { Context } from "node:vm";
import zlib from "node:zlib";
import { loadInspection } from "./console.ts";
import { loadInContext } from "./libraries.ts";
import { inContext } from "./realm.ts";
import type { RealmParts } from "./realm-parts.ts";

// Assumed: of what `require` gives on the platform, these need no network, no files and no process.
const modules: { readonly [name: string]: (realm: RealmParts) => object } = {
  assert: ({ membrane }) => membrane.toScript(assert),
  buffer: (realm) => bufferModule(realm).module,
  crypto: ({ membrane }) => {
    membrane.countWorkOf(crypto);
    // They would change the process, or load code into it.
    return membrane.module(crypto, ["setEngine", "setFips", "fips", "secureHeapUsed"]);
  },
  events: ({ context, membrane }) => membrane.own(loadInContext(context, "events")) as object,
  path: ({ membrane }) => membrane.module(path),
  querystring: ({ membrane }) => membrane.module(querystring),
  string_decoder: ({ membrane }) => membrane.module(string_decoder),
  url: ({ membrane }) => membrane.module(url),
  util: (realm) => utilModule(realm),
  zlib: ({ membrane }) => {
    membrane.countWorkOf(zlib);
    return membrane.module(zlib);
  },
};

/** A module of Node.js as `require` gives it, undefined where it is none of those. */
export function nodeModule(name: string, realm: RealmParts): object | undefined {
  return Object.hasOwn(modules, name) ? modules[name]?.(realm) : undefined;
}

interface BufferModule {
  readonly module: object;
  readonly prototype: object;
}

const buffers = new WeakMap<Context, BufferModule>();

/** The package buffer inside the realm: its memory is the script's. Node.js itself turns texts into bytes and back. */
export function bufferModule({ context, membrane }: Pick<RealmParts, "context" | "membrane">): BufferModule {
  const known = buffers.get(context);
  if (known) return known;
  const module = membrane.own(loadInContext(context, "buffer")) as object;
  const made = { module, prototype: inContext(context, prototypeOfBuffer)(module as never) };
  buffers.set(context, made);
  inContext(context, useCodecs)(module as never, {
    encode: membrane.toScript((text: string, encoding: BufferEncoding) => Buffer.from(text, encoding)),
    decode: membrane.toScript((bytes: Buffer, ...how: Parameters<Buffer["toString"]>) =>
      bytes.toString(...how),
    ),
    byteLength: membrane.toScript((text: string, encoding: BufferEncoding) =>
      Buffer.byteLength(text, encoding),
    ),
    isEncoding: membrane.toScript((encoding: string) => Buffer.isEncoding(encoding)),
  });
  return made;
}

const utils = new WeakMap<Context, object>();

function utilModule({ context, membrane }: RealmParts): object {
  const known = utils.get(context);
  if (known) return known;
  const module = membrane.module(util, ["getCallSite", "getCallSites", "setTraceSigInt"]);
  inContext(context, useRealm)(module as never, loadInspection(context, membrane));
  utils.set(context, module);
  return module;
}

// The rest is made inside the context: see `inContext`.

interface RealmBuffer {
  from(...values: unknown[]): unknown;
  byteLength(...values: unknown[]): number;
  isEncoding(encoding: unknown): boolean;
  readonly prototype: { toString(...how: unknown[]): string };
}

interface Codecs {
  encode(text: string, encoding: unknown): unknown;
  decode(bytes: unknown, ...how: unknown[]): string;
  byteLength(text: string, encoding: unknown): number;
  isEncoding(encoding: unknown): boolean;
}

function prototypeOfBuffer({ Buffer }: { Buffer: RealmBuffer }): object {
  return Buffer.prototype;
}

function useCodecs({ Buffer }: { Buffer: RealmBuffer }, codecs: Codecs): void {
  const { from, byteLength } = Buffer;
  const isText = (value: unknown): value is string => typeof value === "string";
  const replacing: Omit<RealmBuffer, "prototype"> = {
    from: (...values) =>
      isText(values[0]) ? codecs.encode(values[0], values[1]) : from.apply(Buffer, values),
    byteLength: (...values) =>
      isText(values[0]) ? codecs.byteLength(values[0], values[1]) : byteLength.apply(Buffer, values as never),
    isEncoding: (encoding) => codecs.isEncoding(encoding),
  };
  Object.assign(Buffer, replacing);
  Object.assign(Buffer.prototype, {
    toString(...how: unknown[]) {
      return codecs.decode(this, ...how);
    },
  });
}

function useRealm(util: { [name: string]: unknown }, inspection: { [name: string]: unknown }): void {
  for (const name of ["inspect", "format", "formatWithOptions"]) util[name] = inspection[name];
  util.inherits = (child: { prototype: object; super_: unknown }, parent: { prototype: object }) => {
    child.super_ = parent;
    Object.setPrototypeOf(child.prototype, parent.prototype);
  };
}
