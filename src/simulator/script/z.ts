import type { ZFunctions } from "./z-functions.ts";

type Options = { [name: string]: unknown };

/** The script's `z`. Source: platform-facts, "`z`". Made inside the context: see `inContext`. */
export function makeZ(host: ZFunctions): object {
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
    if (typeof callback !== "function") return received(host.request(options));
    host.requestLater(options, (failure, response) => {
      if (response) callback(null, received(response));
      else callback(Object.assign(new Error(failure?.message), failure), {});
    });
    return undefined;
  }

  function received({ json, bytes }: { json: string; bytes?: Uint8Array }): unknown {
    const response = JSON.parse(json);
    if (bytes) response.content = new Uint8Array(bytes);
    return response;
  }

  // Source: runner, zfactory.js, `convertBundleRequest`. Of a whole bundle it changes the request itself.
  function optionsOf(given: unknown): Options {
    const whole: Options = {};
    for (const name in Object(given)) whole[name] = (given as Options)[name];
    const options = (whole.request as Options | undefined) || whole;
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

  // Source: runner, zfactory.js, and platform-facts, "`z`": the first 100 characters.
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
