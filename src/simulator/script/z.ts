import type { zFunctions } from "./z-functions.ts";

type ZFunctions = ReturnType<typeof zFunctions>;

/** The script's `z`. Source: platform-facts, "`z`". Made inside the context: see `inContext`. */
export function makeZ(host: ZFunctions): object {
  return {
    request,
    JSON: { parse, stringify: (value: unknown) => JSON.stringify(value) },
    hash: (...args: Parameters<ZFunctions["hash"]>) => host.hash(...args),
    hmac: (...args: Parameters<ZFunctions["hmac"]>) => host.hmac(...args),
    snipify: (text: unknown) => host.snipify(text),
    AWS: () => host.notSimulated("z.AWS"),
    dehydrate: () => host.notSimulated("z.dehydrate"),
    dehydrateFile: () => host.notSimulated("z.dehydrateFile"),
  };

  function request(options: unknown, callback?: (error: unknown, response: unknown) => void): unknown {
    if (typeof callback !== "function") return JSON.parse(host.request(options));
    host.requestLater(options, (failure, json) => {
      if (json !== undefined) callback(null, JSON.parse(json));
      else callback(Object.assign(new Error(failure?.message), failure), {});
    });
    return undefined;
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
