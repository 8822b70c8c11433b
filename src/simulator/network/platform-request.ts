import { parse as parseUrl } from "node:url";
import { Failure } from "../../model/failure.ts";
import type { RawResponse, RequestFailure, WireRequest, WireResponse } from "../protocol.ts";
import { withoutUser } from "../request/urls.ts";
import { RunFailed } from "../run/run-failed.ts";
import { decoded } from "./decoded.ts";
import { type ExchangeParts, exchange, limitOf } from "./exchange.ts";
import { nextAfter } from "./redirects.ts";

/** An answer to a request of the platform, or why there is none. */
export type PlatformAnswer =
  | { readonly response: WireResponse }
  | { readonly failure: { readonly message: string } };

// Source: npm `node-fetch` 2.7, which sends the platform's own requests.
const acceptedEncodings = "gzip,deflate";

/** Sends a request of the platform, follows its redirects and reads the answer. */
export async function sendForPlatform(request: WireRequest, parts: ExchangeParts): Promise<PlatformAnswer> {
  let current = request;
  for (let followed = 0; ; followed += 1) {
    try {
      const answer = await exchange(withDefaults(current), parts);
      if ("failure" in answer) return { failure: { message: reasonOf(answer.failure, current) } };
      const next = nextAfter(current, answer.response, followed);
      if (!next) return { response: { ...readResponse(current, answer.response), redirected: followed > 0 } };
      current = next;
    } catch (error) {
      if (error instanceof Failure || error instanceof RunFailed) throw error;
      return { failure: { message: (error as Error).message } };
    }
  }
}

// Source: npm `node-fetch` 2.7.
function reasonOf({ code, message }: RequestFailure, { url }: WireRequest): string {
  return code === "ESOCKETTIMEDOUT" ? `network timeout at: ${url}` : message;
}

function readResponse(request: WireRequest, response: RawResponse): Omit<WireResponse, "redirected"> {
  const { url, uncompressed, longest = 0 } = request;
  const bytes = uncompressed ? response.bytes : decoded(response, limitOf(request));
  // Source: npm `node-fetch` 2.7.
  if (longest > 0 && bytes.length > longest) throw new Error(`content size at ${url} over limit: ${longest}`);
  // The platform keeps the byte order mark.
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  return { ...response, url, bytes, body };
}

/** `https://user:password@host/` is sent as Basic authentication. */
function withDefaults(request: WireRequest): WireRequest {
  const url = withoutUser(request.url);
  const auth = url !== request.url && parseUrl(request.url).auth;
  const given = new Set(Object.keys(request.headers).map((name) => name.toLowerCase()));
  const basic = auth && !given.has("authorization") ? Buffer.from(auth).toString("base64") : undefined;
  const headers = {
    ...request.headers,
    ...(basic && { authorization: `Basic ${basic}` }),
    ...(!request.uncompressed && !given.has("accept-encoding") && { "accept-encoding": acceptedEncodings }),
  };
  return { ...request, url, headers };
}
