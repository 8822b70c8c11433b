import { parse as parseUrl } from "node:url";
import { RunFailed } from "../run/run-failed.ts";

/**
 * The result of encoding or decoding. The run fails where half of a surrogate pair is encoded, or `%` without two digits or other
 * than UTF-8 is decoded.
 */
export function orUriError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new RunFailed({ name: "URIError", message: error.message });
  }
}

// Source: npm `node-fetch` 2.7.
const invalidUrl = "Invalid URL";
const notAbsolute = "Only absolute URLs are supported";
const notHttp = "Only HTTP(S) protocols are supported";

/** Source: npm `node-fetch` 2.7, `parseURL`: one parser after the other. `/it's {x}` -> `/it%27s%20%7Bx%7D` */
export function sentUrl(url: string): string {
  const hint = `The address is ${JSON.stringify(url)}.`;
  const refused = (message: string) => new RunFailed({ name: "TypeError", message, hint });
  const isAbsolute = /^[a-z][a-z\d+\-.]*:/i.test(url);
  if (isAbsolute && !URL.canParse(url)) throw refused(invalidUrl);
  const { protocol, hostname, href } = orUriError(() => parseUrl(isAbsolute ? new URL(url).href : url));
  if (!protocol || !hostname) throw refused(notAbsolute);
  if (!/^https?:$/.test(protocol)) throw refused(notHttp);
  return href;
}

/** The part of an address that a message shows: it may hold a user's name and password. */
export function withoutUser(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  if (!parsed.username && !parsed.password) return url;
  parsed.username = "";
  parsed.password = "";
  return parsed.href;
}
