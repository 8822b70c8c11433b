import { parse as parseUrl } from "node:url";
import { RunFailed } from "../run/run-failed.ts";
import { orUriError } from "./uri-error.ts";

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
