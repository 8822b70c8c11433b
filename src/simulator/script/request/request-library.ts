import { createRequire } from "node:module";
import zlib from "node:zlib";
import { makeDate } from "../clock.ts";
import { loadLibrary } from "../common-js.ts";
import { Inflated } from "./received.ts";

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

const nodeRequire = createRequire(import.meta.url);
let library: RequestLibrary | undefined;
let current: LibraryRun | undefined;

/**
 * One request in the library. What the library puts off until later waits for `goOn`: so it can be used while the thread is blocked, and
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
  library ??= loadLibrary("request", {
    evaluate: (script) => script.runInThisContext(),
    makeModule: () => ({ exports: {} }),
    builtIn: (name) => (name === "zlib" ? synchronousZlib : nodeRequire(name)),
    globals: {
      // Without an environment: it could name proxies.
      process: { version: process.version, hrtime: process.hrtime, env: {}, nextTick: putOff },
      Buffer,
      setImmediate: putOff,
      Date: makeDate(() => current?.now ?? Date.now()),
      global: globalThis,
    },
  }) as RequestLibrary;
  return library;
}

function putOff<A extends unknown[]>(work: (...values: A) => void, ...values: A): void {
  current?.putOff(() => work(...values));
}

// Its streams would answer later.
const synchronousZlib = {
  ...zlib,
  createGunzip: (options: zlib.ZlibOptions) => new Inflated((bytes) => zlib.gunzipSync(bytes, options)),
  createInflate: (options: zlib.ZlibOptions) => new Inflated((bytes) => zlib.inflateSync(bytes, options)),
};
