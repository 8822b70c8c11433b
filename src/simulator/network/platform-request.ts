import type { RawResponse, WireRequest, WireResponse } from "../protocol.ts";
import { decoded } from "./decoded.ts";
import { exchange, type Sending } from "./exchange.ts";
import { nextAfter } from "./redirects.ts";

/** An answer to a request of the platform, or why there is none. */
export type PlatformAnswer =
  | { readonly response: WireResponse }
  | { readonly failure: { readonly message: string } };

// Source: npm `node-fetch` 2.7, which sends the platform's own requests.
const acceptedEncodings = "gzip,deflate";

/** Sends a request of the platform, follows its redirects and reads the answer. */
export async function sendForPlatform(request: WireRequest, sending: Sending): Promise<PlatformAnswer> {
  let current = completed(request);
  for (let followed = 0; ; followed += 1) {
    const answer = await exchange(current, sending);
    if ("failure" in answer) return answer;
    try {
      const next = nextAfter(current, answer.response, followed);
      if (!next) return { response: { ...read(current, answer.response), redirected: followed > 0 } };
      current = next;
    } catch (error) {
      return { failure: { message: (error as Error).message } };
    }
  }
}

function read(
  { url, uncompressed, longest = 0 }: WireRequest,
  response: RawResponse,
): Omit<WireResponse, "redirected"> {
  const bytes = uncompressed ? response.bytes : decoded(response);
  // Source: npm `node-fetch` 2.7.
  if (longest > 0 && bytes.length > longest) throw new Error(`content size at ${url} over limit: ${longest}`);
  // With its byte order mark: the platform keeps it.
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  return { ...response, url, bytes, body };
}

/** `https://user:password@host/` is sent as Basic authentication. */
function completed(request: WireRequest): WireRequest {
  const parsed = new URL(request.url);
  const { username, password } = parsed;
  parsed.username = "";
  parsed.password = "";
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const given = new Set(Object.keys(request.headers).map((name) => name.toLowerCase()));
  const headers = {
    ...request.headers,
    ...((username || password) &&
      !given.has("authorization") && {
        authorization: `Basic ${Buffer.from(credentials).toString("base64")}`,
      }),
    ...(!request.uncompressed && !given.has("accept-encoding") && { "accept-encoding": acceptedEncodings }),
  };
  return { ...request, url: username || password ? parsed.href : request.url, headers };
}
