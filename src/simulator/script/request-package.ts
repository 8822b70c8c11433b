import type { ZFunctions } from "./z-functions.ts";

type LibraryOptions = { [name: string]: unknown; headers?: object };
type RequestCallback = (error: unknown, response?: unknown, body?: unknown) => void;

/**
 * The package `request`, as `require` gives it: with a callback. Source: npm `request` 2.88, index.js. Made inside the context: see
 * `inContext`.
 */
export function makeRequestPackage(host: ZFunctions, sent: (json: string) => object): unknown {
  const verbs = ["get", "head", "options", "post", "put", "patch", "del", "delete"];
  const others = ["jar", "cookie", "forever", "Request"];
  return packageWith({});

  function packageWith(defaults: LibraryOptions): unknown {
    const request = (...given: unknown[]) => send(paramsOf(given), defaults);
    const ofVerb = (verb: string) => {
      const method = verb === "del" ? "DELETE" : verb.toUpperCase();
      return (...given: unknown[]) => send({ ...paramsOf(given), method }, defaults);
    };
    const refused = (name: string) => () => host.notSimulated(`${name} of the package request`);
    return Object.assign(request, {
      ...Object.fromEntries(verbs.map((verb) => [verb, ofVerb(verb)])),
      ...Object.fromEntries(others.map((name) => [name, refused(name)])),
      initParams: (...given: unknown[]) => paramsOf(given),
      debug: undefined,
      defaults: (options: LibraryOptions) => packageWith(merged(options, defaults)),
    });
  }

  function merged(options: LibraryOptions, defaults: LibraryOptions): LibraryOptions {
    return { ...defaults, ...options, headers: { ...defaults.headers, ...options.headers } };
  }

  function paramsOf([uri, options, callback]: unknown[]): LibraryOptions {
    const given = typeof options === "object" ? (options as LibraryOptions) : {};
    const last = typeof options === "function" ? options : callback;
    const own = typeof uri === "string" ? { ...given, uri } : (uri as LibraryOptions);
    return { ...own, ...(typeof last === "function" && { callback: last }) };
  }

  function send(given: LibraryOptions, defaults: LibraryOptions): unknown {
    const { callback, ...options } = merged(given, defaults);
    const hear = typeof callback === "function" ? (callback as RequestCallback) : () => {};
    return sent(
      host.requestLater(options, (failure, crossing) => {
        if (!crossing) return hear(failure);
        const { status_code, headers, content } = JSON.parse(crossing.json);
        const body = crossing.bytes ?? content ?? "";
        hear(null, { statusCode: status_code, headers, body }, body);
      }),
    );
  }
}

/**
 * Makes, inside the context, what a request with a callback gives at once: the package's request, which shows its address, its method
 * and its headers as JSON. Source: npm `request` 2.88, request.js, `requestToJSON`; runner, zfactory.js.
 */
export function makeSent(notSimulated: (what: string) => never): (json: string) => object {
  const streaming = ["on", "once", "pipe", "abort", "auth", "form", "multipart", "oauth", "jar", "emit"];
  const prototype = Object.create(Object.prototype);
  for (const name of streaming) {
    const value = () => notSimulated(`${name} of a request that is under way`);
    Object.defineProperty(prototype, name, { value });
  }
  return (json) => Object.setPrototypeOf(JSON.parse(json), prototype);
}
