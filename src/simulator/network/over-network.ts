import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { parse as parseUrl, type Url } from "node:url";
import type { RawResponse, TlsOptions } from "../protocol.ts";
import type { Answerer, BoundedRequest } from "./answerer.ts";
import { readAnswer } from "./read-answer.ts";

/** Sends requests over the network; with a base, all of them to that origin. */
export function overNetwork(base: string | undefined): Answerer {
  return async (request) => {
    // The parser of z.request: it takes hosts that `new URL` refuses, and looks them up.
    const response = await sendRequest(request, parseUrl(base ?? request.url));
    return {
      status: response.statusCode as number,
      headers: headersOf(response),
      bytes: await readAnswer(response, request.limit),
    };
  };
}

/** Path and query string, as they stand in an address: characters that z.request has not encoded arrive so. */
function pathOf(url: string): string {
  return /^[^/]+\/\/[^/?#]+([^#]*)/.exec(url)?.[1] || "/";
}

function sendRequest(asked: BoundedRequest, { protocol, hostname, port }: Url): Promise<IncomingMessage> {
  const { method, headers, body, signal, tls } = asked;
  const isEncrypted = protocol === "https:";
  const module = isEncrypted ? https : http;
  const bytes = Buffer.from((body ?? "") as string);
  // By itself Node.js sends no length with a GET, and no server would read its body.
  const length = bytes.length > 0 && !hasLength(headers) && { "content-length": bytes.length };
  const options = {
    hostname: hostname ?? "",
    port,
    path: pathOf(asked.url),
    method,
    headers: { ...headers, ...length },
    signal,
    ...(isEncrypted && tls && tlsRequestOptions(tls)),
  };
  return new Promise((resolve, reject) => {
    const request = module.request(options, resolve);
    request.on("error", (error) => reject(signal.aborted ? signal.reason : error));
    request.end(bytes);
  });
}

function hasLength(headers: BoundedRequest["headers"]): boolean {
  return Object.keys(headers).some((name) => name.toLowerCase() === "content-length");
}

// Its own agent: a connection that was made under other terms must not be used again.
function tlsRequestOptions(options: TlsOptions): https.RequestOptions {
  const tls = options as https.AgentOptions;
  return { ...tls, agent: new https.Agent(tls) };
}

function headersOf({ headers }: IncomingMessage): RawResponse["headers"] {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
