import { parse } from "node:url";
import { nestedQuery } from "./nested-query.ts";

// Source: npm `request` 2.88.
const noUrl = "options.uri is a required argument";
// Source: Node.js, http.request. Characters from U+0080 to U+00FF are assumed to be refused too.
const notEscaped = "Request path contains unescaped characters";

/**
 * The address that z.request asks. With `params`, the address's own query string is taken apart and put together again,
 * `params` winning over it. Source: npm `request` 2.88.
 */
export function requestUrl(given: unknown, params: object | undefined): string {
  if (!given) throw new Error(noUrl);
  const url = parse(String(given));
  if (!url.host) throw new Error(`Invalid URI "${url.href}"`);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new Error(`Invalid protocol: ${url.protocol}`);
  const query = nestedQuery({ ...ownQuery(url.query), ...params });
  const href = params && query ? parse(`${url.href.split("?")[0]}?${query}`).href : url.href;
  if (/[^\x21-\x7e]/.test(href)) {
    throw Object.assign(new TypeError(notEscaped), { code: "ERR_UNESCAPED_CHARACTERS" });
  }
  return href;
}

function ownQuery(query: string | null): { [name: string]: string | string[] } {
  const own: { [name: string]: string | string[] } = {};
  for (const [name, value] of new URLSearchParams(query ?? "")) {
    const known = own[name];
    own[name] = known === undefined ? value : [known, value].flat();
  }
  return own;
}
