import { redirectLimit } from "../limits.ts";
import type { RawResponse, WireRequest } from "../protocol.ts";
import { sentUrl } from "../request/urls.ts";

// Source of all of it: npm `node-fetch` 2.7, which sends the platform's own requests.
const statuses = [301, 302, 303, 307, 308];
const credentials = ["authorization", "www-authenticate", "cookie", "cookie2"];

/** The platform's next request after a redirect, undefined when there is none. Throws when there were too many. */
export function nextAfter(
  request: WireRequest,
  { status, headers: { location } }: RawResponse,
  followed: number,
): WireRequest | undefined {
  const { redirects, most_redirects = redirectLimit } = request;
  if (!statuses.includes(status) || redirects === "none") return undefined;
  const isValid = typeof location !== "string" || URL.canParse(location, request.url);
  if (!isValid) throw new Error(`uri requested responds with an invalid redirect URL: ${location}`);
  if (redirects === "error")
    throw new Error(`uri requested responds with a redirect, redirect mode is set to error: ${request.url}`);
  if (typeof location !== "string") return undefined;
  if (followed >= most_redirects) throw new Error(`maximum redirect reached at: ${request.url}`);
  const url = sentUrl(new URL(location, request.url).href);
  const turnsToGet = status === 303 || (status < 303 && request.method === "POST");
  const left = [
    ...(turnsToGet ? ["content-length"] : []),
    ...(sameOrSubdomain(request.url, url) ? [] : credentials),
  ];
  const headers = Object.entries(request.headers).filter(([name]) => !left.includes(name.toLowerCase()));
  return {
    ...request,
    url,
    headers: Object.fromEntries(headers),
    ...(turnsToGet && { method: "GET", body: null }),
  };
}

function sameOrSubdomain(from: string, to: string): boolean {
  const [source, destination] = [new URL(from), new URL(to)];
  const sameProtocol = source.protocol === destination.protocol;
  return sameProtocol && `.${destination.hostname}`.endsWith(`.${source.hostname}`);
}
