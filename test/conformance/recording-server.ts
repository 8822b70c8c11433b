import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  /** Path and query string. */
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: { readonly [name: string]: string | string[] };
  readonly body?: string;
  /** In place of a body that is text. */
  readonly bytes?: Uint8Array;
  /** Milliseconds to wait with the answer. */
  readonly delay?: number;
}

/** Answers by the request, by how many have arrived before it, and by the server's own origin. */
export type Respond = (request: Arrived, before: number, origin: string) => Reply;

export interface RecordingServer {
  readonly origin: string;
  /** The requests so far. */
  readonly arrived: readonly Arrived[];
  close(): Promise<void>;
}

/** A server on the loopback interface that writes down what arrives. */
export async function startRecordingServer(respond: Respond): Promise<RecordingServer> {
  const arrived: Arrived[] = [];
  const server = createServer(async (message, response) => {
    const request = await read(message);
    const reply = respond(request, arrived.length, `http://${message.headers.host}`);
    arrived.push(request);
    if (reply.delay !== undefined) await setTimeout(reply.delay);
    response.sendDate = false;
    response.writeHead(reply.status ?? 200, { "content-type": "application/json", ...reply.headers });
    response.end(reply.bytes ?? reply.body ?? "[]");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    arrived,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

// The headers of the connection and of fetch itself.
const ofTheConnection = [
  ...["host", "connection", "keep-alive", "transfer-encoding", "content-length"],
  ...["accept-encoding", "accept-language", "sec-fetch-mode", "cache-control", "pragma"],
];
const ofFetch: { readonly [name: string]: string } = { accept: "*/*", "user-agent": "node" };

/** The headers that were asked for, in one order. */
export function ownHeaders(headers: { readonly [name: string]: unknown }): Arrived["headers"] {
  const own = Object.entries(headers).filter(
    ([name, value]) => !ofTheConnection.includes(name) && ofFetch[name] !== value,
  );
  return Object.fromEntries(
    own.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [name, String(value)]),
  );
}

async function read(message: IncomingMessage): Promise<Arrived> {
  return withoutBoundary({
    method: message.method ?? "",
    path: message.url ?? "",
    headers: ownHeaders(message.headers),
    body: await text(message),
  });
}

/** The boundary of a multipart body is another one each time. */
function withoutBoundary(request: Arrived): Arrived {
  const boundary = /boundary=([\w-]{20,})/.exec(request.headers["content-type"] ?? "")?.[1];
  return boundary ? JSON.parse(JSON.stringify(request).replaceAll(boundary, "BOUNDARY")) : request;
}
