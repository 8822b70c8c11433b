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
