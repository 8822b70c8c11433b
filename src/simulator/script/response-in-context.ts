import type { RawHeaders, ScriptHeaders } from "./headers-in-context.ts";

/** An answer on its way to the script. */
export interface GivenResponse {
  readonly status_code: number;
  readonly headers: RawHeaders;
  readonly content: string;
  /** The properties that the converted runtime adds to the documented ones. */
  readonly more?: {
    readonly url: string;
    readonly redirected: boolean;
    /** The fields of a form. */
    readonly form?: object;
    /** With the time when it was sent, as ISO-8601. */
    readonly request: { readonly _requestStart: string };
  };
}

/**
 * Makes, inside the context, what makes `bundle.response`. Source: core, http-middlewares/after/prepare-response.js; runner, bundle.js,
 * `addResponse`.
 */
export function makeResponse(
  headersOf: (raw: RawHeaders) => ScriptHeaders,
): (given: GivenResponse) => object {
  return ({ status_code, headers: raw, content, more }) => {
    const headers = headersOf(raw);
    if (!more) return { status_code, headers, content };
    const { url, redirected, form, request } = more;
    return {
      url,
      status: status_code,
      redirected,
      json: form ? undefined : parsed(content),
      data: form ?? parsed(content),
      content,
      request: {
        ...request,
        serializeValueForCurlies,
        _requestStart: new Date(request._requestStart),
      },
      skipThrowForStatus: true,
      headers,
      getHeader: (name: unknown) => headers.get(name),
      throwForStatus() {
        if (status_code >= 400 && status_code < 600)
          throw responseError(status_code, headers, { content, url });
      },
      status_code,
    };
  };

  function parsed(content: string): unknown {
    try {
      return JSON.parse(content);
    } catch {
      return undefined;
    }
  }

  /** Source: runner, index.js. */
  function serializeValueForCurlies(value: unknown): unknown {
    if (typeof value === "boolean") return value ? "True" : "False";
    if (Array.isArray(value)) return value.join(",");
    return Object.prototype.toString.call(value) === "[object Object]" ? String(value) : value;
  }

  /** Source: core, errors.js, `ResponseError`. */
  function responseError(
    status: number,
    headers: ScriptHeaders,
    { content, url }: { readonly content: string; readonly url: string },
  ): Error {
    const names = ["content-type", "retry-after"];
    const shown = Object.fromEntries(names.map((name) => [name, headers.get(name)]));
    const error = new Error(JSON.stringify({ status, headers: shown, content, request: { url } }));
    error.name = "ResponseError";
    return Object.assign(error, { doNotContextify: true });
  }
}
