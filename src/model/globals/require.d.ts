/*
 * Source: docs/platform.md, "Two runtimes": `require` gives built-ins of Node.js such as `querystring`. Which others is assumed:
 * those that compute and do nothing else. Modules that reach files, processes or the network (`fs`, `child_process`, `http`, …) are
 * left out, and so are those that scripts have no use for (streams, `os`, `path`).
 */

/**
 * A built-in module of Node.js: `const querystring = require("querystring")`. Inside a method only: while the file loads in the
 * platform's second place, there is no `require`. Nothing from npm, no files of yours: those are imported, and become part of zap.js.
 */
declare function require<Name extends "buffer" | "crypto" | "querystring" | "url" | "util">(
  name: Name,
): require.Modules[Name];

declare namespace require {
  /** The modules that work on both runtimes, as far as they are the same there. */
  interface Modules {
    /** Bytes. */
    buffer: BufferModule;
    /** The same as the global `crypto`. */
    crypto: typeof crypto;
    /** Query strings and forms, as flat objects. */
    querystring: QuerystringModule;
    /** Taking addresses apart, and putting them together. */
    url: UrlModule;
    /** Showing values as text. */
    util: UtilModule;
  }

  interface BufferModule {
    // Source: observed: Node.js 4.3 has no `Buffer.from` for texts, and neither `Buffer.alloc`.
    /** Bytes. There is no global `Buffer`. */
    Buffer: {
      /** The bytes of a text: `new Buffer(text, "utf8").toString("base64")`. */
      new (text: string, encoding: crypto.Encoding): Buffer;
      /** Bytes, each from 0 to 255. */
      new (bytes: readonly number[]): Buffer;
      /** Tells whether a value is one. */
      isBuffer(value: unknown): value is Buffer;
      /** The number of bytes of a text. */
      byteLength(text: string, encoding: crypto.Encoding): number;
      /** One after the other. */
      concat(parts: readonly Buffer[]): Buffer;
    };
  }

  /** Bytes, each a number from 0 to 255. */
  interface Buffer {
    [index: number]: number;
    /** The number of bytes. */
    readonly length: number;
    /** The bytes as text. */
    toString(encoding: crypto.Encoding, start?: number, end?: number): string;
    /** Some of the bytes; the same memory. */
    slice(start?: number, end?: number): Buffer;
    /** Tells whether the bytes are the same. */
    equals(other: Buffer): boolean;
  }
}
