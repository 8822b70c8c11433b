// Source: docs/platform.md, "`z`"; runner, zfactory.js; the rest as observed of the npm package `request` 2.88.2 behind it.

declare namespace z {
  /**
   * Sends a request and waits for its answer. A 4xx or 5xx is an answer like any other.
   *
   * The account's authentication is not added: set the header yourself, or send `bundle.request`, which has it.
   *
   * @param request - What to send, or the whole bundle: then its `request` is sent, and loses its `params` and `data`.
   * @throws Error when no answer came: an unknown host, a refused connection.
   * @throws Error `Argument error, options.body.` when `data` is no text and `json` is not set.
   */
  function request<Json extends JsonOption = undefined>(
    request: Request<Json> | { request: Request<Json> },
  ): Response<Json>;
  /**
   * Sends a request and calls back when its answer is there. For methods that take a callback themselves.
   *
   * @param request - What to send, or the whole bundle: then its `request` is sent.
   * @param callback - Gets an error when no answer came, else null and the answer. Check the error first: the answer is
   *   empty then.
   */
  function request<Json extends JsonOption = undefined>(
    request: Request<Json> | { request: Request<Json> },
    callback: (
      ...outcome: [error: null, response: Response<Json>] | [error: Error, response: Partial<Response<Json>>]
    ) => void,
  ): void;
  /** The same, with a callback that looks at the error only. */
  function request<Json extends JsonOption = undefined>(
    request: Request<Json> | { request: Request<Json> },
    callback: (error: Error | null) => void,
  ): void;

  /** The values that `json` may have. */
  type JsonOption = boolean | object | undefined;

  /** The request to send: an address, as `url` or as `uri`, and the options. */
  type Request<Json extends JsonOption = undefined> = RequestOptions<Json> &
    (
      | { /** The same as `url`. */ uri: string; url?: undefined }
      | { /** The address, with `https://`. */ url: string; uri?: undefined }
    );

  /** The options of a request. */
  interface RequestOptions<Json extends JsonOption = undefined> {
    /** `GET` when left out. Small letters will do. */
    method?:
      | "GET"
      | "HEAD"
      | "POST"
      | "PUT"
      | "PATCH"
      | "DELETE"
      | "OPTIONS"
      | (string & Record<never, never>);
    /** A header that is undefined is not sent. */
    headers?: { [name: string]: string | number | undefined };
    /**
     * The parameters of the query string, replacing those of the same name that the address has. An array becomes
     * `a[0]=…&a[1]=…` unless `useQuerystring` is set, an object `a[key]=…`, null an empty text; undefined is left out.
     */
    params?: QueryValues;
    /** The same as `params`; when both are given, this one. */
    qs?: QueryValues;
    /** Arrays in the query string and in `form` become a repeated name, `a=1&a=2`. */
    useQuerystring?: boolean;
    /** The body: a text, which is sent as it is; with `json: true` any value, which is sent as JSON. */
    data?: Body<Json>;
    /** The same as `data`; when both are given, this one. */
    body?: Body<Json>;
    /** A body of form fields, with its content type. An object is encoded as `params` are. */
    form?: string | QueryValues;
    /** A multipart body, with its content type: texts, and texts that are sent as files. */
    formData?: { [name: string]: string | FormFile };
    // Observed: `no auth mechanism defined`.
    /**
     * Basic authentication. The third element, which `bundle.request.auth` has with Digest authentication, makes the newer
     * runtime throw.
     */
    auth?: [username: string, password: string] | [username: string, password: string, preemptive: false];
    /**
     * `true`: asks for JSON, sends a `data` as JSON, and gives an answer whose `content` is parsed already, or is a text when
     * it is not JSON. An object: the same, and is itself the body.
     *
     * Without it, send `data: z.JSON.stringify(…)` and read `z.JSON.parse(response.content)`: the error of bad JSON is clearer.
     */
    json?: Json;
    /** True if the redirects of a GET are followed; `true` when left out. */
    followRedirect?: boolean;
    /** True if the redirects of every method are followed, with a GET; `false` when left out. */
    followAllRedirects?: boolean;
    /** The number of redirects that are followed; 10 when left out. */
    maxRedirects?: number;
    /** Asks for a compressed answer, and unpacks it. */
    gzip?: boolean;
    /** Milliseconds until the answer must have begun. The whole method has 30 seconds. */
    timeout?: number;
    /** True if the server's certificate must be valid; `true` when left out. */
    strictSSL?: boolean;
    /** The encoding in which the bytes of the answer become text; `utf8` when left out. `binary` keeps each byte, as `btoa` wants it. */
    encoding?: "utf8" | "binary" | "base64" | "hex";
  }

  /** The values that a request sends as its query string or its form. */
  interface QueryValues {
    [name: string]: QueryValue;
  }

  /** One value of a query string or of a form. */
  type QueryValue =
    | string
    | number
    | boolean
    | null
    | undefined
    | readonly QueryValue[]
    | { readonly [key: string]: QueryValue };

  /** A text that is sent as a file. */
  interface FormFile {
    /** The file's content. */
    value: string;
    /** The header of the part. */
    options?: {
      /** With its extension. */
      filename?: string;
      /** Its media type: `text/csv`. */
      contentType?: string;
    };
  }

  /** The body that a request may carry: any value when it is sent as JSON, else text. */
  type Body<Json extends JsonOption> = [Json] extends [false | undefined]
    ? string | null | undefined
    : unknown;

  /** The answer. */
  interface Response<Json extends JsonOption = undefined> {
    /** 200, 404, … */
    status_code: number;
    /** Names are in lower case: `response.headers["content-type"]`. */
    headers: ResponseHeaders;
    /** The body as text, null when it is empty. With the option `json`, what it was parsed to. */
    content: [Json] extends [false | undefined] ? string | null : unknown;
  }

  /** Headers that came more than once are joined by `, `, except for `set-cookie`. */
  type ResponseHeaders = { [name: string]: string | undefined } & {
    /** One text a cookie. */
    "set-cookie"?: string[];
  };
}
