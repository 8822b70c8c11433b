import type { ZFunctions } from "./z-functions.ts";

type ZRequestOptions = { [name: string]: unknown };

/** The script's `z`. Source: docs/platform.md, "`z`". Made inside the context: see `inContext`. */
export function makeZ(host: ZFunctions, sent: (json: string) => object): object {
  return {
    request,
    JSON: { parse, stringify: (value: unknown) => JSON.stringify(value) },
    hash: (...args: Parameters<ZFunctions["hash"]>) => host.hash(...args),
    hmac: (...args: Parameters<ZFunctions["hmac"]>) => host.hmac(...args),
    snipify: (text: unknown) => host.snipify(text),
    AWS: () => host.notSimulated("z.AWS"),
    dehydrate: (method: unknown, bundle: unknown) =>
      pointer("method", "legacyMethodHydrator", { method, bundle }),
    dehydrateFile: (url: unknown, request: unknown, meta: unknown) =>
      pointer("file", "legacyFileHydrator", { url, request, meta }),
  };

  function request(given: unknown, callback?: (error: unknown, response: unknown) => void): unknown {
    const options = optionsOf(given);
    if (typeof callback !== "function") {
      // Source: runner, zfactory.js, and npm `fernet`, which gives all texts a function: a text can then not be cloned.
      if (typeof given === "string") throw notCloned("function (padString, length) {\n  …\n}");
      refuseFunctions(options, new WeakSet());
      return received(host.request(options));
    }
    const json = host.requestLater(options, (failure, response) => {
      if (response) callback(null, received(response));
      else callback(failure, {});
    });
    return sent(json);
  }

  function notCloned(value: unknown): Error {
    const error = new Error(`${value} could not be cloned.`);
    return Object.defineProperties(error, { name: { value: "DataCloneError" }, code: { value: 25 } });
  }

  // Source: runner, zfactory.js and request-worker.js: a request that is waited for is cloned into another thread.
  function refuseFunctions(value: unknown, seen: WeakSet<object>): void {
    if (typeof value === "function") throw notCloned(value);
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || seen.has(value)) return;
    seen.add(value);
    for (const entry of Object.values(value)) refuseFunctions(entry, seen);
  }

  function received({ json, bytes }: { json: string; bytes?: Uint8Array }): unknown {
    const response = JSON.parse(json);
    if (bytes) response.content = new Uint8Array(bytes);
    return response;
  }

  // Source: runner, zfactory.js, `convertBundleRequest`. It changes the request of a whole bundle itself.
  function optionsOf(given: unknown): ZRequestOptions {
    const whole: ZRequestOptions = {};
    for (const name in Object(given)) whole[name] = (given as ZRequestOptions)[name];
    const options = (whole.request as ZRequestOptions | undefined) || whole;
    const { auth } = options;
    if (Array.isArray(auth) && auth.length === 2) options.auth = { user: auth[0], password: auth[1] };
    if (!options.qs && options.params) options.qs = options.params;
    if (!options.body && options.data) options.body = options.data;
    delete options.params;
    delete options.data;
    return options;
  }

  // Source: zapier-platform-core, tools/create-dehydrator.js and wrap-hydrate.js, called by runner, zfactory.js.
  function pointer(type: "method" | "file", method: string, bundle: object): string {
    const payload = JSON.stringify({ type, method: `hydrators.${method}`, bundle });
    const longest = 12000;
    if (payload.length > longest) {
      const error = new Error(
        `Oops! You passed too much data (${payload.length} bytes) to your dehydration function - try slimming it down under ${longest} bytes (usually by just passing the needed IDs).`,
      );
      error.name = "DehydrateError";
      throw error;
    }
    return `hydrate|||${payload}|||hydrate`;
  }

  // Source: runner, zfactory.js, and docs/platform.md, "`z`": the first 100 characters.
  function parse(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      throw new Error(
        `Error parsing response. We got: "${text && text.length > 100 ? text.substr(0, 100) : text}"`,
      );
    }
  }
}
