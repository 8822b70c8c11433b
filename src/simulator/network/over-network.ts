import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { buffer } from "node:stream/consumers";
import type { RawResponse, TlsOptions } from "../protocol.ts";
import type { Answerer, Asked } from "./answerer.ts";

/** Sends requests over the network; with a base, all of them to that origin. */
export function overNetwork(base: string | undefined): Answerer {
  return async (request) => {
    const response = await sent(request, base ? rebased(request.url, base) : new URL(request.url));
    return {
      status: response.statusCode as number,
      headers: headersOf(response),
      bytes: await buffer(response),
    };
  };
}

function rebased(url: string, base: string): URL {
  const { pathname, search } = new URL(url);
  return new URL(new URL(base).origin + pathname + search);
}

function sent({ method, headers, body, signal, tls }: Asked, url: URL): Promise<IncomingMessage> {
  const isEncrypted = url.protocol === "https:";
  const module = isEncrypted ? https : http;
  const bytes = Buffer.from((body ?? "") as string);
  // By itself Node.js sends no length with a GET, and no server would read its body.
  const length = bytes.length > 0 && !hasLength(headers) && { "content-length": bytes.length };
  const options = {
    method,
    headers: { ...headers, ...length },
    signal,
    ...(isEncrypted && tls && encrypted(tls)),
  };
  return new Promise((resolve, reject) => {
    const request = module.request(url, options, resolve);
    request.on("error", (error) => reject(signal.aborted ? signal.reason : error));
    request.end(bytes);
  });
}

function hasLength(headers: Asked["headers"]): boolean {
  return Object.keys(headers).some((name) => name.toLowerCase() === "content-length");
}

// Its own agent: a connection that was made under other terms must not be used again.
function encrypted(tls: TlsOptions): https.RequestOptions {
  return { ...tls, agent: new https.Agent(tls) };
}

function headersOf({ headers }: IncomingMessage): RawResponse["headers"] {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
