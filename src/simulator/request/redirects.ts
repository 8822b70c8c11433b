import type { WireRequest, WireResponse } from "../protocol.ts";

/** The next request after a redirect, undefined when there is none. Throws when there were too many. */
type Follow = (request: WireRequest, response: WireResponse, followed: number) => WireRequest | undefined;

// Source: npm `node-fetch` 2.7, which sends the platform's own requests.
const platformLimit = 20;
const platformStatuses = [301, 302, 303, 307, 308];
// Source: npm `request` 2.88, which sends those of z.request.
const scriptLimit = 10;

/** What follows a redirect, by whose request it is. */
export const redirects: { readonly [policy in WireRequest["redirects"]]: Follow } = {
  none: () => undefined,

  platform(request, response, followed) {
    const url = target(request, response);
    if (!url || !platformStatuses.includes(response.status)) return undefined;
    if (followed >= platformLimit) throw new Error(`maximum redirect reached at: ${request.url}`);
    const turnsToGet = response.status === 303 || (response.status < 303 && request.method === "POST");
    const headers = without(request.headers, [
      ...(turnsToGet ? ["content-length"] : []),
      ...(sameOrSubdomain(request.url, url)
        ? []
        : ["authorization", "www-authenticate", "cookie", "cookie2"]),
    ]);
    return { ...request, url, headers, ...(turnsToGet && { method: "GET", body: null }) };
  },

  script(request, response, followed) {
    const url = target(request, response);
    if (!url || response.status < 300 || response.status > 399) return undefined;
    if (request.method !== "GET" && request.method !== "HEAD") return undefined;
    if (followed >= scriptLimit) {
      throw new Error(`Exceeded maxRedirects. Probably stuck in a redirect loop ${request.url}`);
    }
    const left = new URL(url).hostname !== new URL(request.url).hostname ? ["authorization"] : [];
    const headers = without(request.headers, ["host", "content-type", "content-length", "referer", ...left]);
    return { ...request, url, headers: { ...headers, referer: request.url } };
  },
};

function target(request: WireRequest, { headers }: WireResponse): string | undefined {
  return typeof headers.location === "string" ? new URL(headers.location, request.url).href : undefined;
}

function sameOrSubdomain(from: string, to: string): boolean {
  const [source, destination] = [new URL(from), new URL(to)];
  const sameProtocol = source.protocol === destination.protocol;
  return sameProtocol && `.${destination.hostname}`.endsWith(`.${source.hostname}`);
}

function without(headers: WireRequest["headers"], names: readonly string[]): WireRequest["headers"] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name.toLowerCase())));
}
