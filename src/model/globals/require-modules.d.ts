// Source: observed on Node.js 4.3.1 and 20, which agree on these.

declare namespace require {
  interface QuerystringModule {
    /** `a=1&b=x%20y` -> `{ a: "1", b: "x y" }`; a name that is repeated becomes an array. */
    parse(
      text: string,
      separator?: string,
      equals?: string,
    ): { [name: string]: string | string[] | undefined };
    /** `{ a: [1, 2], b: "x y" }` -> `a=1&a=2&b=x%20y`. Null and undefined become an empty text. */
    stringify(
      values: {
        readonly [name: string]:
          | string
          | number
          | boolean
          | null
          | undefined
          | readonly (string | number | boolean)[];
      },
      separator?: string,
      equals?: string,
    ): string;
    /** Percent-encodes a text. */
    escape(text: string): string;
    /** Undoes `escape`. A sequence that is not well-formed stays as it is. */
    unescape(text: string): string;
  }

  interface UrlModule {
    /** Takes an address apart. */
    parse(address: string): Url<string | null>;
    /** Takes an address apart, and its query string too. */
    parse(address: string, parse_query: true): Url<{ [name: string]: string | string[] | undefined }>;
    /** Puts an address together. `search` wins over `query`, `host` over `hostname` and `port`. */
    format(parts: UrlParts): string;
    /** The address of a link: `("https://a.com/b/c", "../d")` -> `https://a.com/d`. */
    resolve(from: string, link: string): string;
  }

  /** An address, taken apart. A part that it does not have is null. */
  interface Url<Query> {
    /** The whole. */
    href: string;
    /** `https:` */
    protocol: string | null;
    /** `user:password` */
    auth: string | null;
    /** `example.com:8080` */
    host: string | null;
    /** `example.com` */
    hostname: string | null;
    /** `8080` */
    port: string | null;
    /** `/path` */
    pathname: string | null;
    /** `?a=1` */
    search: string | null;
    /** `a=1`, or its values. */
    query: Query;
    /** `/path?a=1` */
    path: string | null;
    /** `#part` */
    hash: string | null;
  }

  /** The parts of an address. */
  interface UrlParts {
    /** `https`, with or without its colon. */
    protocol?: string | null;
    /** True if `//` follows the protocol; it does for `http` and `https`. */
    slashes?: boolean | null;
    /** `user:password` */
    auth?: string | null;
    /** `example.com:8080` */
    host?: string | null;
    /** `example.com` */
    hostname?: string | null;
    /** `8080` */
    port?: string | number | null;
    /** `/path` */
    pathname?: string | null;
    /** `?a=1`, with or without its mark. */
    search?: string | null;
    /** The values of the query string. A text is left out: that goes into `search`. */
    query?: { readonly [name: string]: unknown } | string | null;
    /** `#part`, with or without its mark. */
    hash?: string | null;
  }

  interface UtilModule {
    /** `("%s has %d: %j", name, 2, value)`: what `console.log` writes. */
    format(text: string, ...values: unknown[]): string;
    /** A value as a developer wants to read it. Its exact form differs by runtime. */
    inspect(value: unknown, options?: { depth?: number | null; showHidden?: boolean }): string;
  }
}
