import { createRequire } from "node:module";
import zlib from "node:zlib";
import { payloadLimit } from "../../limits.ts";
import { makeDate } from "../clock.ts";
import { compiledOnce } from "../libraries.ts";
import { Inflated } from "./incoming-response.ts";

/** npm `request`, as far as it is used here. */
export interface RequestLibrary {
  (options: object, callback: (error: Error | null, response?: LibraryResponse) => void): unknown;
  initParams(options: object): object;
  jar(): object;
}

export interface LibraryResponse {
  readonly statusCode: number;
  readonly headers: { readonly [name: string]: string | string[] };
  readonly body: unknown;
}

const nodeRequire = createRequire(process.execPath);
let library: RequestLibrary | undefined;
let current: LibraryRun | undefined;

/**
 * One request in the library. The work that the library puts off waits for `goOn`: so it can be used while the thread is blocked, and
 * what it throws belongs to this request.
 */
export class LibraryRun {
  readonly #now: () => number;
  readonly #later: (() => void)[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  get now(): number {
    return this.#now();
  }

  /** Does something in the library. */
  enter(work: () => void): void {
    const before = current;
    current = this;
    try {
      work();
    } finally {
      current = before;
    }
  }

  /** Has something done later, in its turn. */
  putOff(work: () => void): void {
    this.#later.push(work);
  }

  /** Does all that was put off. */
  goOn(): void {
    for (let work = this.#later.shift(); work; work = this.#later.shift()) this.enter(work);
  }
}

/** The package that runs z.request on the converted runtime. */
export function loadRequestLibrary(): RequestLibrary {
  library ??= load();
  return library;
}

function load(): RequestLibrary {
  const globals = {
    require: (name: string) => (name === "zlib" ? synchronousZlib : nodeRequire(name)),
    // The environment is empty: it could name proxies.
    process: { version: process.version, hrtime: process.hrtime, env: {}, nextTick: putOff },
    Buffer,
    setImmediate: putOff,
    Date: makeDate(() => current?.now ?? Date.now()),
    global: globalThis,
  };
  const script = compiledOnce(
    "request",
    (text) => `(function (module, ${Object.keys(globals)}) {${text}\n})`,
  );
  const module = { exports: {} };
  script.runInThisContext()(module, ...Object.values(globals));
  return module.exports as RequestLibrary;
}

function putOff<A extends unknown[]>(work: (...values: A) => void, ...values: A): void {
  current?.putOff(() => work(...values));
}

// Its streams would answer later.
const synchronousZlib = {
  ...zlib,
  createGunzip: (options: zlib.ZlibOptions) =>
    new Inflated((bytes) => zlib.gunzipSync(bytes, { ...options, maxOutputLength: payloadLimit })),
  createInflate: (options: zlib.ZlibOptions) =>
    new Inflated((bytes) => zlib.inflateSync(bytes, { ...options, maxOutputLength: payloadLimit })),
};
