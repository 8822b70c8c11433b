import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A request that arrived at the pipeline. */
export interface PipelineRequest {
  readonly method: string;
  readonly path: string;
  /** By name in lower case. */
  readonly headers: { readonly [name: string]: string };
  /** Empty where there was none. */
  readonly body: string;
}

/** Stands in for the publishing pipeline beside a portal, which takes subscriptions to its hooks: see scripting/hooks.ts. */
export interface Pipeline {
  /** http://127.0.0.1:PORT, or https where tls was given. */
  readonly url: string;
  /** The requests that arrived, in order. */
  readonly requests: PipelineRequest[];
  /** From now on it answers this. */
  answer: { status: number; body: object };
  close(): Promise<void>;
}

/** The answer to a subscription. */
export const subscribed = { status: 201, body: { id: 81 } };

/** Starts a pipeline on a free port of the loopback interface. */
export async function startPipeline(tls?: {
  readonly key: string;
  readonly cert: string;
}): Promise<Pipeline> {
  const requests: PipelineRequest[] = [];
  const pipeline = { requests, answer: subscribed };
  const server = tls ? createSecureServer(tls) : createServer();
  server.on("request", async (request, response) => {
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    requests.push({
      method: request.method ?? "",
      path: request.url ?? "",
      headers: Object.fromEntries(headers),
      body: await text(request),
    });
    const { status, body } = pipeline.answer;
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return Object.assign(pipeline, {
    url: `http${tls ? "s" : ""}://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  });
}
