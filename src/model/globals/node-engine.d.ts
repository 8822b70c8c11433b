/*
 * The globals beside ES2019 where app.ts says `engine: "node"`: those of today's Node.js, on which the converted
 * runtime runs a script. Source: docs/platform.md, "Two runtimes"; observed on Node.js 20.
 */

/** Bytes, each a number from 0 to 255. */
interface Buffer extends Uint8Array {
  /** The bytes as text. */
  toString(encoding?: Buffer.Encoding, start?: number, end?: number): string;
  /** Some of the bytes; the same memory. */
  subarray(start?: number, end?: number): Buffer;
  /** Some of the bytes; the same memory. */
  slice(start?: number, end?: number): Buffer;
  /** Tells whether the bytes are the same. */
  equals(other: Uint8Array): boolean;
  /** Writes a text into the bytes, and gives the number of bytes written. */
  write(text: string, offset?: number, encoding?: Buffer.Encoding): number;
}

declare namespace Buffer {
  /** The encoding in which a text stands for bytes. */
  type Encoding =
    | "utf8"
    | "utf-8"
    | "ascii"
    | "latin1"
    | "binary"
    | "base64"
    | "base64url"
    | "hex"
    | "utf16le";
}

declare const Buffer: {
  readonly prototype: Buffer;
  /** The bytes of a text. */
  from(text: string, encoding?: Buffer.Encoding): Buffer;
  /** Bytes, each from 0 to 255. */
  from(bytes: ArrayLike<number> | ArrayBuffer): Buffer;
  /** Bytes that are all 0, or `fill`. */
  alloc(size: number, fill?: string | number): Buffer;
  /** Tells whether a value is one. */
  isBuffer(value: unknown): value is Buffer;
  /** The number of bytes of a text. */
  byteLength(text: string, encoding?: Buffer.Encoding): number;
  /** One after the other. */
  concat(parts: readonly Uint8Array[], length?: number): Buffer;
};

/** An address, taken apart. */
interface URL {
  /** The whole. */
  href: string;
  /** `https://example.com:8080` */
  readonly origin: string;
  /** `https:` */
  protocol: string;
  username: string;
  password: string;
  /** `example.com:8080` */
  host: string;
  /** `example.com` */
  hostname: string;
  /** `8080` */
  port: string;
  /** `/path` */
  pathname: string;
  /** `?a=1` */
  search: string;
  /** The values of the query string. */
  readonly searchParams: URLSearchParams;
  /** `#part` */
  hash: string;
  toString(): string;
  toJSON(): string;
}

declare const URL: {
  readonly prototype: URL;
  /** Takes an address apart; throws a TypeError where it is none. */
  new (address: string | URL, base?: string | URL): URL;
};

/** The values of a query string. */
interface URLSearchParams {
  append(name: string, value: string): void;
  delete(name: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string): boolean;
  set(name: string, value: string): void;
  sort(): void;
  toString(): string;
  forEach(work: (value: string, name: string) => void): void;
}

declare const URLSearchParams: {
  readonly prototype: URLSearchParams;
  new (values?: string | { readonly [name: string]: string } | URLSearchParams): URLSearchParams;
};

/** Makes bytes of texts, as UTF-8. */
interface TextEncoder {
  encode(text?: string): Uint8Array;
}

declare const TextEncoder: { readonly prototype: TextEncoder; new (): TextEncoder };

/** Makes texts of bytes. */
interface TextDecoder {
  decode(bytes?: ArrayBuffer | Uint8Array): string;
}

declare const TextDecoder: {
  readonly prototype: TextDecoder;
  new (encoding?: string, options?: { readonly fatal?: boolean }): TextDecoder;
};

/** Something that has happened. */
interface Event {
  /** `abort` */
  readonly type: string;
  readonly target: EventTarget | null;
}

declare const Event: { readonly prototype: Event; new (type: string): Event };

/** Tells its listeners of events. */
interface EventTarget {
  addEventListener(type: string, listener: (event: Event) => void): void;
  removeEventListener(type: string, listener: (event: Event) => void): void;
  /** Calls the listeners at once. */
  dispatchEvent(event: Event): boolean;
}

declare const EventTarget: { readonly prototype: EventTarget; new (): EventTarget };

/** Tells that something is to be given up. */
interface AbortSignal extends EventTarget {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}

declare const AbortSignal: {
  readonly prototype: AbortSignal;
  /** One that is aborted already. */
  abort(reason?: unknown): AbortSignal;
  /** One that is aborted after some milliseconds. */
  timeout(milliseconds: number): AbortSignal;
};

/** Gives up what has its signal: a `fetch`, say. */
interface AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}

declare const AbortController: { readonly prototype: AbortController; new (): AbortController };

/** The headers of a request or a response: `X-Key` and `x-key` are one. */
interface Headers {
  append(name: string, value: string): void;
  delete(name: string): void;
  get(name: string): string | null;
  has(name: string): boolean;
  set(name: string, value: string): void;
  forEach(work: (value: string, name: string) => void): void;
}

declare const Headers: {
  readonly prototype: Headers;
  new (headers?: Headers | { readonly [name: string]: string }): Headers;
};

declare namespace fetch {
  /** The options of the request. */
  interface Options {
    readonly method?: string;
    readonly headers?: Headers | { readonly [name: string]: string };
    readonly body?: string | Uint8Array | URLSearchParams | null;
    readonly redirect?: "follow" | "error" | "manual";
    readonly signal?: AbortSignal | null;
  }
}

/** The request that is to be sent. */
interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  clone(): Request;
}

declare const Request: {
  readonly prototype: Request;
  new (address: string | URL | Request, options?: fetch.Options): Request;
};

/** An answer. Its body can be read once. */
interface Response {
  /** Tells whether the status is one from 200 to 299. */
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  /** The address that it comes from, after redirects. */
  readonly url: string;
  readonly redirected: boolean;
  /** The body as a text. */
  text(): Promise<string>;
  /** The body, parsed as JSON. */
  json(): Promise<unknown>;
  /** The bytes of the body. */
  arrayBuffer(): Promise<ArrayBuffer>;
  clone(): Response;
}

declare const Response: {
  readonly prototype: Response;
  new (
    body?: string | Uint8Array | null,
    options?: { readonly status?: number; readonly headers?: Headers | { readonly [name: string]: string } },
  ): Response;
};

/** Sends a request. Only a method that takes a callback is still there when the answer comes: `z.request` waits for its own. */
declare function fetch(address: string | URL | Request, options?: fetch.Options): Promise<Response>;

/** Calls a function as soon as what runs has ended. */
declare function queueMicrotask(work: () => void): void;

/** Calls a function as soon as the script rests. Only a method that takes a callback is still there by then. */
declare function setImmediate<Values extends unknown[]>(
  work: (...values: Values) => void,
  ...values: Values
): setTimeout.Timer;

/** Prevents a call that `setImmediate` has promised. */
declare function clearImmediate(timer: setTimeout.Timer | undefined): void;

/** Calls a function again and again, until `clearInterval` or the end of the method. */
declare function setInterval<Values extends unknown[]>(
  work: (...values: Values) => void,
  milliseconds?: number,
  ...values: Values
): setTimeout.Timer;

/** Ends the calls of `setInterval`. */
declare function clearInterval(timer: setTimeout.Timer | undefined): void;

/** The process that runs the script: another one for each call, perhaps. */
declare const process: {
  /** The variables of the environment. They are the platform's: none is yours. */
  readonly env: { readonly [name: string]: string | undefined };
  /** The version of Node.js: `v22.0.0` */
  readonly version: string;
  readonly versions: { readonly [name: string]: string | undefined };
  readonly platform: string;
  readonly arch: string;
  cwd(): string;
  /** Seconds and nanoseconds since some time before. */
  hrtime(before?: [number, number]): [number, number];
  /** Seconds since it began. */
  uptime(): number;
  nextTick<Values extends unknown[]>(work: (...values: Values) => void, ...values: Values): void;
};

/** The global object. */
declare const global: typeof globalThis;

/** A copy of a value, with all in it. */
declare function structuredClone<Value>(value: Value): Value;

/** Takes paths apart, and puts them together. There are no files. */
declare function require(name: "path"): {
  basename(path: string, ending?: string): string;
  dirname(path: string): string;
  extname(path: string): string;
  join(...parts: string[]): string;
};

/** Compresses bytes, and undoes it. */
declare function require(name: "zlib"): {
  deflateSync(bytes: string | Uint8Array): Buffer;
  gunzipSync(bytes: Uint8Array): Buffer;
  gzipSync(bytes: string | Uint8Array): Buffer;
  inflateSync(bytes: Uint8Array): Buffer;
};
