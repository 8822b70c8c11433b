import type { Metadata } from "../model/definitions.ts";
import { ownVersion } from "../package-root.ts";
import type { Bundled } from "./bundle.ts";
import type { Cache } from "./cache.ts";
import type { Discovered } from "./discover.ts";
import { verify } from "./verify.ts";
import { type Es5Script, wrap } from "./wrap.ts";

/**
 * The file that comes of a bundle, once it is verified.
 *
 * @throws {Invalid} with what is wrong with it.
 */
export async function verifiedScript(
  discovered: Discovered,
  bundled: Bundled,
  { app, cache }: { readonly app: Pick<Metadata["app"], "title" | "version">; readonly cache: Cache },
): Promise<Es5Script> {
  const header = { ...app, compiler: ownVersion };
  const script = await wrap(discovered, bundled, { header, cache });
  await verify(discovered, script, cache);
  return script;
}
