import type { ZFunctions } from "./z-functions.ts";

type Options = { [name: string]: unknown; headers?: object };
type Callback = (error: unknown, response?: unknown, body?: unknown) => void;

/**
 * The package `request`, as `require` gives it: with a callback. Source: npm `request` 2.88, index.js. Made inside the context: see
 * `inContext`.
 */
export function makeRequestPackage(host: ZFunctions, sent: (json: string) => object): unknown {
  const verbs = ["get", "head", "options", "post", "put", "patch", "del", "delete"];
  const others = ["jar", "cookie", "forever", "Request"];
  return packageWith({});

  function packageWith(defaults: Options): unknown {
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
      defaults: (options: Options) => packageWith(merged(options, defaults)),
    });
  }

  function merged(options: Options, defaults: Options): Options {
    return { ...defaults, ...options, headers: { ...defaults.headers, ...options.headers } };
  }

  function paramsOf([uri, options, callback]: unknown[]): Options {
    const given = typeof options === "object" ? (options as Options) : {};
    const last = typeof options === "function" ? options : callback;
    const own = typeof uri === "string" ? { ...given, uri } : (uri as Options);
    return { ...own, ...(typeof last === "function" && { callback: last }) };
  }

  function send(given: Options, defaults: Options): unknown {
    const { callback, ...options } = merged(given, defaults);
    const hear = typeof callback === "function" ? (callback as Callback) : () => {};
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
